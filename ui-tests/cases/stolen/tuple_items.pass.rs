//! A second reference to the item stays usable.

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let item = py.none();
        let tuple = Tuple::from_items(py, [item.clone()])?;
        assert!(tuple.get(0)?.is(&item));
        Ok(())
    })
}
