//! A `Py` dropped in a detached section is released later.

use owned::prelude::*;

fn main() {
    Python::initialize();
    Python::attach(|py| {
        let none = py.none().unbind();
        py.detach(move || drop(none));
    });
}
