//! A new reference to the item outlives the tuple.

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let item = {
            let tuple = Tuple::from_items(py, [py.none()])?;
            tuple.get(0)?.to_owned()
        };
        assert!(item.is_none());
        Ok(())
    })
}
