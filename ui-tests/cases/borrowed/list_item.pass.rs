//! A list gives new references to its items.

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let list = List::new(py, [1, 2])?;
        let item: Owned<'_, Any> = list.get(0)?;
        assert_eq!(item.extract::<i64>()?, 1);
        Ok(())
    })
}
