//! The arguments of a call are a tuple, and the message says so.
//! expect: is not a tuple of arguments

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let repr = py.import("builtins")?.getattr("repr")?;
        repr.call(3)?;
        Ok(())
    })
}
