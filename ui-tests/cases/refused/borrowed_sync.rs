//! A `Borrowed` is not `Sync`: it could be copied to a thread that is not attached.
//! expect: cannot be shared between threads safely

use owned::prelude::*;

fn needs<T: Sync>(_: T) {}

fn main() {
    Python::initialize();
    Python::attach(|py| needs(py.none().as_borrowed()));
}
