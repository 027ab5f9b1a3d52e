//! A function whose borrowed result Python code can invalidate has no wrapper.
//! expect: E0425

use owned::prelude::*;
use owned::raw;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let list = List::new(py, [1])?;
        // SAFETY: attached, by `py`.
        drop(unsafe { raw::list_get_item(list.raw(), 0) }?);
        Ok(())
    })
}
