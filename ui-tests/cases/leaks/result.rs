//! An exception cannot be dropped unseen.
//! expect: unused `std::result::Result` that must be used

#![deny(unused_must_use)]
use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let list = List::empty(py)?;
        list.append(1);
        assert_eq!(list.len(), 1);
        Ok(())
    })
}
