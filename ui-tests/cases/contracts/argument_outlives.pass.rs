//! What a handle lends is used while the handle lives.

use owned::prelude::*;
use owned::raw;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let list = List::new(py, [1])?;
        let item = Str::new(py, "item")?;
        let lent = item.raw();
        // SAFETY: attached, by `py`.
        unsafe { raw::list_append(list.raw(), lent) }?;
        drop(item);
        Ok(())
    })
}
