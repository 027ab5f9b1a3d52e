//! What is to be stolen cannot be copied.
//! expect: E0599

use owned::prelude::*;
use owned::raw;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let list = List::new(py, [1])?;
        let item = Str::new(py, "item")?;
        let stolen: raw::StolenArg<'_> = item.into_stolen();
        drop(stolen.clone());
        drop(list);
        Ok(())
    })
}
