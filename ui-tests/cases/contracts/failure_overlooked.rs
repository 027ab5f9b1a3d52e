//! That an exception is set is not overlooked.
//! expect: must be used

#![deny(unused_must_use)]
use owned::prelude::*;
use owned::raw;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let none = py.none();
        // SAFETY: attached, by `py`.
        unsafe { raw::err_no_memory() };
        drop(none);
        Ok(())
    })
}
