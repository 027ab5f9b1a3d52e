//! Two references are stolen twice.

use owned::prelude::*;
use owned::raw;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let list = List::new(py, [1])?;
        let item = Str::new(py, "item")?;
        let stolen = item.into_stolen();
        // SAFETY: attached, by `py`.
        unsafe { raw::list_set_item(list.raw(), 0, stolen) }?;
        // SAFETY: attached, by `py`.
        unsafe { raw::list_set_item(list.raw(), 0, list.clone().into_stolen()) }?;
        Ok(())
    })
}
