//! That an exception is set becomes an error.

#![deny(unused_must_use)]
use owned::prelude::*;
use owned::raw;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let none = py.none();
        // SAFETY: attached, by `py`.
        drop(PyErr::from(unsafe { raw::err_no_memory() }));
        drop(none);
        Ok(())
    })
}
