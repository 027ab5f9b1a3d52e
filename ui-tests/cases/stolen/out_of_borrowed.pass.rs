//! A new reference is made for the thief.

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let list = List::new(py, [1])?;
        let tuple = Tuple::from_items(py, [py.none()])?;
        let item = tuple.get(0)?;
        list.set(0, item.to_owned())?;
        Ok(())
    })
}
