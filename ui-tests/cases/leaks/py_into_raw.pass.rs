//! The pointer comes back into a handle, which releases it.

#![deny(unused_must_use)]
use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let none = py.none().unbind();
        let pointer = none.into_raw();
        // SAFETY: the pointer carries the reference given up above.
        drop(unsafe { Py::<Any>::from_new(py, pointer) });
        Ok(())
    })
}
