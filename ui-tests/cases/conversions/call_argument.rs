//! A call passes values that Python can be given.
//! expect: `Limits` cannot be turned into a Python object

use owned::prelude::*;

pub struct Limits;

fn main() -> Result<()> {
    Python::initialize();
    let limits = Limits;
    Python::attach(|py| {
        let repr = py.import("builtins")?.getattr("repr")?;
        repr.call((limits,))?;
        Ok(())
    })
}
