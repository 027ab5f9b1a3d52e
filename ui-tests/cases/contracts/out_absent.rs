//! An out parameter that may be NULL is an `Option`.
//! expect: E0308

use owned::prelude::*;
use owned::raw;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let dict = Dict::empty(py)?;
        let key = Str::new(py, "key")?;
        // SAFETY: attached, by `py`.
        let value: raw::NewRef = unsafe { raw::dict_get_item_ref(dict.raw(), key.raw()) }?;
        drop(value);
        Ok(())
    })
}
