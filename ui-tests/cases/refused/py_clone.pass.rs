//! `clone_ref` asks for the token.

use owned::prelude::*;

fn main() {
    Python::initialize();
    Python::attach(|py| {
        let none = py.none().unbind();
        let other: Py<Any> = none.clone_ref(py);
        assert!(other.bind(py).is(&none.bind(py)));
    });
}
