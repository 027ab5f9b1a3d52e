//! What a callback does with a capture is said.
//! expect: error: say of each capture what the callback does with it

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let (seen, set) = (List::empty(py)?, owned::types::Set::empty(py)?);
        owned::callback!(py, "keep", [seen, weak set], |args| seen.append(args.len() + set.len()))?;
        Ok(())
    })
}
