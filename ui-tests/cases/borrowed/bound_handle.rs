//! What a `Py` has lent to an attached section cannot be used once the `Py` is gone.
//! expect: E0505

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let kept: Py<Any> = py.none().unbind();
        let lent = kept.bind(py);
        drop(kept);
        assert!(lent.is_none());
        Ok(())
    })
}
