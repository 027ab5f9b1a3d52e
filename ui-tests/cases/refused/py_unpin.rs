//! A `Py` is not `Unpin`: that is one of the ways in which `Opaque` sees it.
//! expect: E0277

use owned::prelude::*;

fn needs<T: Unpin>(_: T) {}

fn main() {
    Python::initialize();
    Python::attach(|py| needs(py.none().unbind()));
}
