//! The token is not `Sync`: another thread could take it through a reference.
//! expect: `*mut owned::Python<'static>` cannot be shared between threads safely

use owned::prelude::*;

fn needs<T: Sync>(_: &T) {}

fn main() {
    Python::initialize();
    Python::attach(|py| needs(&py));
}
