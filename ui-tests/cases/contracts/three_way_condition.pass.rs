//! A failure is passed on before there is a yes or no.

use owned::prelude::*;
use owned::raw;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let list = List::new(py, [1])?;
        let item = Str::new(py, "item")?;
        // SAFETY: attached, by `py`.
        if unsafe { raw::object_is_true(item.raw()) }? {
            drop(list);
        }
        Ok(())
    })
}
