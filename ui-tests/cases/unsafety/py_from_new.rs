//! Believing that a pointer carries a reference needs `unsafe` for a `Py` too.
//! expect: E0133

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let pointer = py.none().into_raw();
        // SAFETY: the pointer carries the reference given up above.
        let none = Py::<Any>::from_new(py, pointer);
        assert!(none.is_some());
        Ok(())
    })
}
