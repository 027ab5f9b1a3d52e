//! A reference that left as a raw pointer cannot be used again.
//! expect: E0382

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let none = py.none();
        let pointer = none.into_raw();
        // SAFETY: the pointer carries the reference given up above.
        drop(unsafe { Owned::<Any>::from_new(py, pointer) });
        assert!(none.is_none());
        Ok(())
    })
}
