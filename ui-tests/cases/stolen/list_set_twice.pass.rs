//! Each theft gets a reference of its own.

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let list = List::new(py, [1, 2])?;
        let item = py.none();
        list.set(0, item.clone())?;
        list.set(1, item)?;
        Ok(())
    })
}
