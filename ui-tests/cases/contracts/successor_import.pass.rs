//! Its successor, which gives a new reference, has one.

use owned::prelude::*;
use owned::raw;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let none = py.none();
        // SAFETY: attached, by `py`; a C string.
        drop(unsafe { raw::import_add_module_ref(c"sys".as_ptr()) }?);
        drop(none);
        Ok(())
    })
}
