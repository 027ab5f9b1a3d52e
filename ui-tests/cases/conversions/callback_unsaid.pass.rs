//! Each capture is said to be strong or weak.

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let (seen, set) = (List::empty(py)?, owned::types::Set::empty(py)?);
        owned::callback!(py, "keep", [strong seen, weak set], |args| seen.append(args.len() + set.len()))?;
        Ok(())
    })
}
