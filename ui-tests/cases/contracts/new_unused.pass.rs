//! A new reference becomes a handle.

#![deny(unused_must_use)]
use owned::prelude::*;
use owned::raw;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let none = py.none();
        // SAFETY: attached, by `py`.
        drop(unsafe { raw::dict_new() }?);
        drop(none);
        Ok(())
    })
}
