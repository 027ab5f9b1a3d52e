//! One argument is a tuple of one.

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let repr = py.import("builtins")?.getattr("repr")?;
        repr.call((3,))?;
        Ok(())
    })
}
