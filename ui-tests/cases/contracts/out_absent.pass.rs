//! An out parameter that may be NULL is looked at first.

use owned::prelude::*;
use owned::raw;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let dict = Dict::empty(py)?;
        let key = Str::new(py, "key")?;
        // SAFETY: attached, by `py`.
        let value: Option<raw::NewRef> = unsafe { raw::dict_get_item_ref(dict.raw(), key.raw()) }?;
        drop(value);
        Ok(())
    })
}
