//! The items of a tuple, borrowed, cannot outlive it.
//! expect: E0597

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let items: Vec<_> = {
            let tuple = Tuple::from_items(py, [py.none(), py.none()])?;
            tuple.items().collect()
        };
        assert!(items.iter().all(|item| item.is_none()));
        Ok(())
    })
}
