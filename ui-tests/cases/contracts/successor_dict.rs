//! A function whose borrowed result Python code can invalidate has no wrapper.
//! expect: E0425

use owned::prelude::*;
use owned::raw;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let dict = Dict::empty(py)?;
        let key = Str::new(py, "key")?;
        // SAFETY: attached, by `py`.
        drop(unsafe { raw::dict_get_item_with_error(dict.raw(), key.raw()) }?);
        Ok(())
    })
}
