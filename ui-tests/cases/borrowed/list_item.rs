//! A list can change, so it never lends its items.
//! expect: E0308

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let list = List::new(py, [1, 2])?;
        let item: Borrowed<'_, '_, Any> = list.get(0)?;
        assert_eq!(item.extract::<i64>()?, 1);
        Ok(())
    })
}
