//! The reference of an `Owned` that left as a pointer cannot be dropped unseen.
//! expect: into_raw` that must be used

#![deny(unused_must_use)]
use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let none = py.none();
        none.into_raw();
        Ok(())
    })
}
