//! A status is no number to compare.
//! expect: E0369

use owned::prelude::*;
use owned::raw;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let list = List::new(py, [1])?;
        let item = Str::new(py, "item")?;
        // SAFETY: attached, by `py`.
        let outcome = unsafe { raw::list_append(list.raw(), item.raw()) };
        assert!(outcome != -1);
        Ok(())
    })
}
