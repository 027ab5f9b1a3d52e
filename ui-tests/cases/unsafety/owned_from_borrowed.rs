//! Believing that a pointer is alive needs `unsafe`.
//! expect: E0133

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let owner = py.none();
        // SAFETY: the owner keeps the object alive.
        let none = Owned::<Any>::from_borrowed(py, owner.as_ptr());
        assert!(none.is_some());
        Ok(())
    })
}
