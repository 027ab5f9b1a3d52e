//! Each place of the tuple gets a reference of its own.

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let item = py.none();
        let tuple = Tuple::from_items(py, [item.clone(), item])?;
        assert_eq!(tuple.len(), 2);
        Ok(())
    })
}
