//! It is bound first.

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let repr = py.import("builtins")?.getattr("repr")?.downcast::<Callable>()?.unbind();
        repr.bind(py).call((3,))?;
        Ok(())
    })
}
