//! The `Py` gets a reference of its own.

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let none = py.none();
        let kept = none.clone().unbind();
        assert!(none.is_none() && kept.bind(py).is_none());
        Ok(())
    })
}
