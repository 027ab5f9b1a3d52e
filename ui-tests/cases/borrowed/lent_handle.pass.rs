//! What an `Owned` has lent is used while it lives.

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let none = py.none();
        let lent = none.as_borrowed();
        assert!(lent.is_none());
        Ok(())
    })
}
