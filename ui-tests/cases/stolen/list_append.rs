//! A handle that is appended by value moves into the list.
//! expect: E0382

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let list = List::empty(py)?;
        let item = py.none();
        list.append(item)?;
        assert!(item.is_none());
        Ok(())
    })
}
