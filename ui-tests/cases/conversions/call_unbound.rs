//! A handle without a token cannot be called, and the message says what is missing.
//! expect: before it is bound

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let repr = py.import("builtins")?.getattr("repr")?.downcast::<Callable>()?.unbind();
        repr.call((3,))?;
        Ok(())
    })
}
