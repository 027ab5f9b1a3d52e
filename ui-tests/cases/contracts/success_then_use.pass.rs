//! What may have been stolen needs no release on failure.

use owned::prelude::*;
use owned::raw;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let module = py.import("sys")?;
        let item = Str::new(py, "item")?;
        // SAFETY: attached, by `py`; a C string.
        let added = unsafe { raw::module_add_object(module.raw(), c"owned_ui".as_ptr(), item.into_stolen()) };
        if added.is_err() {
            drop(module);
        }
        Ok(())
    })
}
