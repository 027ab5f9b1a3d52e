//! What is borrowed is looked at.

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let (none, list) = (py.none(), List::empty(py)?.into_any());
        let lent = none.as_borrowed();
        assert!(!list.is(&lent));
        assert!(lent.is_none());
        Ok(())
    })
}
