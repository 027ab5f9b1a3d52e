//! What steals on success does not take a reference that is only lent.
//! expect: E0308

use owned::prelude::*;
use owned::raw;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let module = py.import("sys")?;
        let item = Str::new(py, "item")?;
        // SAFETY: attached, by `py`; a C string.
        unsafe { raw::module_add_object(module.raw(), c"owned_ui".as_ptr(), item.raw()) }?;
        Ok(())
    })
}
