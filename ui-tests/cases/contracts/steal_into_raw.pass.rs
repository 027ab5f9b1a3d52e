//! A stealing function takes a reference that is gone afterwards.

use owned::prelude::*;
use owned::raw;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let list = List::new(py, [1])?;
        let item = Str::new(py, "item")?;
        // SAFETY: attached, by `py`.
        unsafe { raw::list_set_item(list.raw(), 0, item.into_stolen()) }?;
        Ok(())
    })
}
