//! A number is `RefUnwindSafe`.

use owned::prelude::*;

fn needs<T: std::panic::RefUnwindSafe>(_: T) {}

fn main() {
    Python::initialize();
    Python::attach(|py| needs(py.none().refcount()));
}
