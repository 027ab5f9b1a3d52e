//! No `DerefMut` through a `Borrowed`: nothing of the owner's can be replaced.
//! expect: E0594

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let (none, list) = (py.none(), List::empty(py)?.into_any());
        let lent = none.as_borrowed();
        *lent = list;
        assert!(lent.is_none());
        Ok(())
    })
}
