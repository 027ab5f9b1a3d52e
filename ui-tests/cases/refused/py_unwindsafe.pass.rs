//! A number is `UnwindSafe`.

use owned::prelude::*;

fn needs<T: std::panic::UnwindSafe>(_: T) {}

fn main() {
    Python::initialize();
    Python::attach(|py| needs(py.none().refcount()));
}
