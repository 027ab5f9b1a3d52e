//! An exception is passed on.

#![deny(unused_must_use)]
use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let list = List::empty(py)?;
        list.append(1)?;
        assert_eq!(list.len(), 1);
        Ok(())
    })
}
