//! The pointer comes back into a handle, which releases it.

#![deny(unused_must_use)]
use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let none = py.none();
        let pointer = none.into_raw();
        // SAFETY: the pointer carries the reference given up above.
        drop(unsafe { Owned::<Any>::from_new(py, pointer) });
        Ok(())
    })
}
