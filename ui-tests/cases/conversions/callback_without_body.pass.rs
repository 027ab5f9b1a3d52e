//! Its arguments come first.

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let seen = List::empty(py)?;
        owned::callback!(py, "keep", [strong seen], |args| seen.append(args.len()))?;
        Ok(())
    })
}
