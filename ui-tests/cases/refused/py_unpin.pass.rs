//! A number is `Unpin`.

use owned::prelude::*;

fn needs<T: Unpin>(_: T) {}

fn main() {
    Python::initialize();
    Python::attach(|py| needs(py.none().refcount()));
}
