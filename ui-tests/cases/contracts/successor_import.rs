//! A function whose borrowed result Python code can invalidate has no wrapper.
//! expect: E0425

use owned::prelude::*;
use owned::raw;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let none = py.none();
        // SAFETY: attached, by `py`; a C string.
        drop(unsafe { raw::import_add_module(c"sys".as_ptr()) }?);
        drop(none);
        Ok(())
    })
}
