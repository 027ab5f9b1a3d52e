//! A stealing function takes an `Owned`.

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let none = py.none();
        let item = none.as_borrowed();
        drop(Tuple::from_vec(py, vec![item.to_owned()])?);
        Ok(())
    })
}
