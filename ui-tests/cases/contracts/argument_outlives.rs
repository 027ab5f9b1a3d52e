//! What a handle lends cannot outlive the handle.
//! expect: E0505

use owned::prelude::*;
use owned::raw;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let list = List::new(py, [1])?;
        let item = Str::new(py, "item")?;
        let lent = item.raw();
        drop(item);
        // SAFETY: attached, by `py`.
        unsafe { raw::list_append(list.raw(), lent) }?;
        Ok(())
    })
}
