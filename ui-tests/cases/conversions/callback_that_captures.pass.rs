//! What it needs is in its list.

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let (seen, set) = (List::empty(py)?, owned::types::Set::empty(py)?);
        owned::callback!(py, "keep", [weak set, strong seen], |args| seen.append(args.len() + set.len()))?;
        Ok(())
    })
}
