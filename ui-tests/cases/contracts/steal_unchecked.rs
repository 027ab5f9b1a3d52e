//! A macro that steals does not take a reference that is only lent either.
//! expect: E0308

use owned::prelude::*;
use owned::raw;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let item = Str::new(py, "item")?;
        // SAFETY: attached, by `py`.
        let tuple = unsafe { raw::tuple_new(1) }?;
        // SAFETY: attached; a new tuple with one place.
        unsafe { raw::tuple_set_item_unchecked(tuple.borrow(), 0, item.raw()) };
        Ok(())
    })
}
