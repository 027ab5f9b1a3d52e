//! A `Py` is not `Copy`: it holds one reference.
//! expect: E0382

use owned::prelude::*;

fn main() {
    Python::initialize();
    Python::attach(|py| {
        let none = py.none().unbind();
        let other = none;
        assert!(other.bind(py).is(&none.bind(py)));
    });
}
