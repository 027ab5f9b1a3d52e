//! A `Py` is not `RefUnwindSafe`: that is one of the ways in which `Opaque` sees it.
//! expect: may contain interior mutability

use owned::prelude::*;

fn needs<T: std::panic::RefUnwindSafe>(_: T) {}

fn main() {
    Python::initialize();
    Python::attach(|py| needs(py.none().unbind()));
}
