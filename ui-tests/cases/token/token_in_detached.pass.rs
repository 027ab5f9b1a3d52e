//! A detached section attaches again.

use owned::prelude::*;

fn main() {
    Python::initialize();
    Python::attach(|py| {
        let none = py.detach(|| Python::attach(|py| py.none().is_none()));
        assert!(none);
    });
}
