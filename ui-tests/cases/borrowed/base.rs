//! A borrowed object seen as its base type still ends with its owner.
//! expect: E0505

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let list = List::empty(py)?;
        let object: Borrowed<'_, '_, Any> = list.as_borrowed().into_base();
        drop(list);
        assert_eq!(object.length()?, 0);
        Ok(())
    })
}
