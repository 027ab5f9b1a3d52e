//! A second reference is written out.

use owned::prelude::*;

fn main() {
    Python::initialize();
    Python::attach(|py| {
        let none = py.none().unbind();
        let other = none.clone_ref(py);
        assert!(other.bind(py).is(&none.bind(py)));
    });
}
