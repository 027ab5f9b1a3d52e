//! Its successor, which gives a new reference, has one.

use owned::prelude::*;
use owned::raw;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let list = List::new(py, [1])?;
        // SAFETY: attached, by `py`.
        drop(unsafe { raw::list_get_item_ref(list.raw(), 0) }?);
        Ok(())
    })
}
