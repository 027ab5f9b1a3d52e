//! A stealing function does not take a `Borrowed`.
//! expect: E0308

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let list = List::new(py, [1])?;
        let none = py.none();
        let item = none.as_borrowed();
        list.set(0, item)?;
        Ok(())
    })
}
