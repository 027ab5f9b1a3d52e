//! The block's pointer comes back into a handle.

#![deny(unused_must_use)]
use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let none = py.none();
        // SAFETY: the pointer carries the reference given up here.
        drop(unsafe { Owned::<Any>::from_new(py, none.into_raw()) });
        Ok(())
    })
}
