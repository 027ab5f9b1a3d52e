//! One reference cannot fill two places of a tuple.
//! expect: E0382

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let item = py.none();
        let tuple = Tuple::from_items(py, [item, item])?;
        assert_eq!(tuple.len(), 2);
        Ok(())
    })
}
