//! An item that has moved into a tuple cannot be used again.
//! expect: E0382

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let item = py.none();
        let tuple = Tuple::from_items(py, [item])?;
        assert!(tuple.get(0)?.is(&item));
        Ok(())
    })
}
