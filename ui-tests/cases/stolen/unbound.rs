//! A handle that was freed from its scope has moved: the reference is in the `Py`.
//! expect: E0382

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let none = py.none();
        let kept = none.unbind();
        assert!(none.is_none() && kept.bind(py).is_none());
        Ok(())
    })
}
