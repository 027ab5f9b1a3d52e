//! An out parameter is a result.

use owned::prelude::*;
use owned::raw;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let dict = Dict::empty(py)?;
        let key = Str::new(py, "key")?;
        let mut value = std::ptr::null_mut::<raw::PyObject>();
        // SAFETY: attached, by `py`.
        let value = unsafe { raw::dict_get_item_ref(dict.raw(), key.raw()) }?;
        drop(value);
        Ok(())
    })
}
