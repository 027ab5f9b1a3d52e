//! The token cannot be carried into a detached section.
//! expect: `*mut owned::Python<'static>` cannot be

use owned::prelude::*;

fn main() {
    Python::initialize();
    Python::attach(|py| {
        let none = py.detach(|| py.none().is_none());
        assert!(none);
    });
}
