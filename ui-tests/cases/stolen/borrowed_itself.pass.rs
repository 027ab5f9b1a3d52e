//! A stealing function takes an `Owned`.

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let list = List::new(py, [1])?;
        let none = py.none();
        let item = none.as_borrowed();
        list.set(0, item.to_owned())?;
        Ok(())
    })
}
