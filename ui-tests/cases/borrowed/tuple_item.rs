//! A borrowed item cannot outlive its tuple.
//! expect: E0597

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let item = {
            let tuple = Tuple::from_items(py, [py.none()])?;
            tuple.get(0)?
        };
        assert!(item.is_none());
        Ok(())
    })
}
