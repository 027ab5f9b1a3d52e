//! A `Py` is not `Clone`: a count is changed on attached threads only.
//! expect: E0599

use owned::prelude::*;

fn main() {
    Python::initialize();
    Python::attach(|py| {
        let none = py.none().unbind();
        let other: Py<Any> = none.clone();
        assert!(other.bind(py).is(&none.bind(py)));
    });
}
