//! Believing that a pointer stays alive needs `unsafe`.
//! expect: E0133

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let owner = py.none();
        // SAFETY: the owner keeps the object alive.
        let none = Borrowed::<Any>::from_ptr(py, owner.as_ptr());
        assert!(none.is_some());
        Ok(())
    })
}
