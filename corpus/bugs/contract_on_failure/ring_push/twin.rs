//! Binds the ring.

use owned::foreign;
use owned::prelude::*;

foreign::import! {
    // SAFETY: an entry is taken over.
    unsafe extern "C" {
        fn ring_push_twin_push(ring: Borrowed<List>, entry: Stolen<Any>) -> Status;
    }
}

#[owned::module]
mod ring_push_twin {
    use super::*;

    /// Fills a ring; returns what did not fit.
    #[function]
    fn fill(ring: Borrowed<'_, '_, List>, count: u32) -> Result<u32> {
        let py = ring.py();
        let mut refused = 0;
        for number in 0..count {
            let entry = List::new(py, [number])?;
            let pushed = ring_push_twin_push(py, &ring, entry.into_any());
            match pushed {
                Ok(_) => {}
                Err(error) if error.is::<OverflowError>(py) => refused += 1,
                Err(error) => return Err(error),
            }
        }
        Ok(refused)
    }
}
