//! A status is a `Result`.

use owned::prelude::*;
use owned::raw;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let list = List::new(py, [1])?;
        let item = Str::new(py, "item")?;
        // SAFETY: attached, by `py`.
        let outcome = unsafe { raw::list_append(list.raw(), item.raw()) };
        assert!(outcome.is_ok());
        Ok(())
    })
}
