//! A borrowing function takes what a new reference lends.

use owned::prelude::*;
use owned::raw;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let list = List::new(py, [1])?;
        // SAFETY: attached, by `py`.
        let item = unsafe { raw::list_new(0) }?;
        // SAFETY: attached, by `py`.
        unsafe { raw::list_append(list.raw(), item.borrow()) }?;
        Ok(())
    })
}
