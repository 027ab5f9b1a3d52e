//! The body of a callback says what it takes.
//! expect: error: the body of a callback is

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let seen = List::empty(py)?;
        owned::callback!(py, "keep", [strong seen], seen.append(1))?;
        Ok(())
    })
}
