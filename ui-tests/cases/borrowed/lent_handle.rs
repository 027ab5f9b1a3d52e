//! What an `Owned` has lent cannot be used once the `Owned` is gone.
//! expect: E0505

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let none = py.none();
        let lent = none.as_borrowed();
        drop(none);
        assert!(lent.is_none());
        Ok(())
    })
}
