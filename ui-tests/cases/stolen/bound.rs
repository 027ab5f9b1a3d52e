//! A `Py` whose reference moved into a scope cannot be used again.
//! expect: E0382

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let kept = py.none().unbind();
        let none = kept.into_bound(py);
        assert!(none.is(&kept.bind(py)));
        Ok(())
    })
}
