//! What is to be stolen can be copied before.

use owned::prelude::*;
use owned::raw;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let list = List::new(py, [1])?;
        let item = Str::new(py, "item")?;
        let stolen: raw::StolenArg<'_> = item.clone().into_stolen();
        drop(stolen);
        drop(list);
        Ok(())
    })
}
