//! A handle that is passed to a call by value moves into it.
//! expect: E0382

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let repr = py.import("builtins")?.getattr("repr")?;
        let item = py.none();
        repr.call((item,))?;
        assert!(item.is_none());
        Ok(())
    })
}
