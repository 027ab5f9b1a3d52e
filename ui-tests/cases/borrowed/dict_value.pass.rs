//! A dict gives new references to its values.

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let dict = Dict::empty(py)?;
        dict.set("play", 1)?;
        let value: Option<Owned<'_, Any>> = dict.get("play")?;
        assert!(value.is_some());
        Ok(())
    })
}
