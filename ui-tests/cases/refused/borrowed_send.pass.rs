//! A `Py` is `Send`.

use owned::prelude::*;

fn needs<T: Send>(_: T) {}

fn main() {
    Python::initialize();
    Python::attach(|py| needs(py.none().unbind()));
}
