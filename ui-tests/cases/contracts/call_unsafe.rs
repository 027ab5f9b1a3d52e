//! That the thread is attached is the caller's word.
//! expect: E0133

use owned::prelude::*;
use owned::raw;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let list = List::new(py, [1])?;
        let item = Str::new(py, "item")?;
        raw::list_append(list.raw(), item.raw())?;
        Ok(())
    })
}
