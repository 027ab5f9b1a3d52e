//! A `Borrowed` is not `Send`: it could be cloned on a thread that is not attached.
//! expect: `*mut owned::Python<'static>` cannot be shared between threads safely

use owned::prelude::*;

fn needs<T: Send>(_: T) {}

fn main() {
    Python::initialize();
    Python::attach(|py| needs(py.none().as_borrowed()));
}
