//! A callback captures nothing by itself.
//! expect: E0308

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let (seen, set) = (List::empty(py)?, owned::types::Set::empty(py)?);
        owned::callback!(py, "keep", [weak set], |args| seen.append(args.len() + set.len()))?;
        Ok(())
    })
}
