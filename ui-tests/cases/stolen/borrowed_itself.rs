//! A stealing function does not take a `Borrowed`.
//! expect: E0308

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let none = py.none();
        let item = none.as_borrowed();
        drop(Tuple::from_vec(py, vec![item])?);
        Ok(())
    })
}
