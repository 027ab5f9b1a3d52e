//! A borrowed object seen as its base type is used while its owner lives.

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let list = List::empty(py)?;
        let object: Borrowed<'_, '_, Any> = list.as_borrowed().into_base();
        assert_eq!(object.length()?, 0);
        Ok(())
    })
}
