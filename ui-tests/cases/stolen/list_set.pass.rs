//! A second reference to the item stays usable.

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let list = List::new(py, [1])?;
        let item = py.none();
        list.set(0, item.clone())?;
        assert!(item.is_none());
        Ok(())
    })
}
