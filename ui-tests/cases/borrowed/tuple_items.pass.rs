//! New references to a tuple's items outlive it.

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let items: Vec<_> = {
            let tuple = Tuple::from_items(py, [py.none(), py.none()])?;
            tuple.items().map(Borrowed::to_owned).collect()
        };
        assert!(items.iter().all(|item| item.is_none()));
        Ok(())
    })
}
