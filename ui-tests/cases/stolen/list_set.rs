//! An item that a list has stolen cannot be used again.
//! expect: E0382

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let list = List::new(py, [1])?;
        let item = py.none();
        list.set(0, item)?;
        assert!(item.is_none());
        Ok(())
    })
}
