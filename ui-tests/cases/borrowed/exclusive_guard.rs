//! Exclusive access to the inside of an object cannot outlive the object's handle.
//! expect: E0505

use owned::prelude::*;

#[class]
pub struct Tally {
    #[field(get, set)]
    count: u64,
}

#[owned::module]
mod tallies {
    #[export]
    pub use super::Tally;
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let _module = owned::load!(py, tallies)?;
        let tally: Owned<'_, Tally> = Tally { count: 3 }.into_py(py)?;
        let mut inside = tally.borrow_mut()?;
        drop(tally);
        inside.count += 1;
        assert_eq!(inside.count, 4);
        Ok(())
    })
}
