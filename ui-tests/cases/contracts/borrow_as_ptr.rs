//! A borrowing function does not take a pointer: nobody says how long it lives.
//! expect: E0308

use owned::prelude::*;
use owned::raw;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let list = List::new(py, [1])?;
        let item = Str::new(py, "item")?;
        // SAFETY: attached, by `py`.
        unsafe { raw::list_append(list.raw(), item.as_ptr()) }?;
        Ok(())
    })
}
