//! A reference that was moved away cannot be lent.
//! expect: E0382

use owned::prelude::*;
use owned::raw;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let list = List::new(py, [1])?;
        let item = Str::new(py, "item")?;
        drop(item);
        // SAFETY: attached, by `py`.
        unsafe { raw::list_append(list.raw(), item.raw()) }?;
        Ok(())
    })
}
