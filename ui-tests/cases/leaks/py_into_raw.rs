//! The reference of a `Py` that left as a pointer cannot be dropped unseen.
//! expect: unused return value of `Py::<T>::into_raw` that must be used

#![deny(unused_must_use)]
use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let none = py.none().unbind();
        none.into_raw();
        Ok(())
    })
}
