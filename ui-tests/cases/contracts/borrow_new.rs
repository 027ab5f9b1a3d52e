//! A borrowing function does not take a new reference: it would be lost.
//! expect: E0308

use owned::prelude::*;
use owned::raw;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let list = List::new(py, [1])?;
        // SAFETY: attached, by `py`.
        let item = unsafe { raw::list_new(0) }?;
        // SAFETY: attached, by `py`.
        unsafe { raw::list_append(list.raw(), item) }?;
        Ok(())
    })
}
