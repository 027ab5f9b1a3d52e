//! A dict can change, so it never lends its values.
//! expect: E0308

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let dict = Dict::empty(py)?;
        dict.set("play", 1)?;
        let value: Option<Borrowed<'_, '_, Any>> = dict.get("play")?;
        assert!(value.is_some());
        Ok(())
    })
}
