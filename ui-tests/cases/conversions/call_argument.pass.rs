//! A number can be passed.

use owned::prelude::*;

pub struct Limits;

fn main() -> Result<()> {
    Python::initialize();
    let limits = Limits;
    Python::attach(|py| {
        let repr = py.import("builtins")?.getattr("repr")?;
        repr.call((size_of_val(&limits),))?;
        Ok(())
    })
}
