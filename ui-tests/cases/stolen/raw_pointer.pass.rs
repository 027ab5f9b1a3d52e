//! A second reference leaves as a raw pointer, and comes back.

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let none = py.none();
        let pointer = none.clone().into_raw();
        // SAFETY: the pointer carries the reference given up above.
        drop(unsafe { Owned::<Any>::from_new(py, pointer) });
        assert!(none.is_none());
        Ok(())
    })
}
