//! A function that takes a reference of its own is lent one.

use owned::prelude::*;
use owned::raw;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let list = List::new(py, [1])?;
        let item = Str::new(py, "item")?;
        // SAFETY: attached, by `py`.
        unsafe { raw::list_append(list.raw(), item.raw()) }?;
        Ok(())
    })
}
