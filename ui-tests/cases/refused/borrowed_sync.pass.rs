//! A `Py` is `Sync`.

use owned::prelude::*;

fn needs<T: Sync>(_: T) {}

fn main() {
    Python::initialize();
    Python::attach(|py| needs(py.none().unbind()));
}
