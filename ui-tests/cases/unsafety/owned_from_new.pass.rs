//! The promise is made in an `unsafe` block.

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let pointer = py.none().into_raw();
        // SAFETY: the pointer carries the reference given up above.
        let none = unsafe { Owned::<Any>::from_new(py, pointer) };
        assert!(none.is_some());
        Ok(())
    })
}
