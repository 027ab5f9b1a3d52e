//! A handle that is pushed by reference stays: the list takes a reference of its own.

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let list = List::empty(py)?;
        let item = py.none();
        list.push(&item)?;
        assert!(item.is_none());
        Ok(())
    })
}
