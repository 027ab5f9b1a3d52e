//! The promise is made in an `unsafe` block.

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let owner = py.none();
        // SAFETY: the owner keeps the object alive.
        let none = unsafe { Borrowed::<Any>::from_ptr(py, owner.as_ptr()) };
        assert!(none.is_some());
        Ok(())
    })
}
