//! What a `Py` has lent is used while the `Py` lives.

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let kept: Py<Any> = py.none().unbind();
        let lent = kept.bind(py);
        assert!(lent.is_none());
        Ok(())
    })
}
