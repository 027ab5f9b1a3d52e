//! A `Py` that only lends its reference stays usable.

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let kept = py.none().unbind();
        let none = kept.bind(py);
        assert!(none.is(&kept.bind(py)));
        Ok(())
    })
}
