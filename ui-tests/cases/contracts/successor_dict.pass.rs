//! Its successor, which gives a new reference, has one.

use owned::prelude::*;
use owned::raw;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let dict = Dict::empty(py)?;
        let key = Str::new(py, "key")?;
        // SAFETY: attached, by `py`.
        drop(unsafe { raw::dict_get_item_ref(dict.raw(), key.raw()) }?);
        Ok(())
    })
}
