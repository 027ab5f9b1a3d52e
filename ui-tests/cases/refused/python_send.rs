//! The token is not `Send`: it says that this thread is attached.
//! expect: `*mut owned::Python<'static>` cannot be sent between threads safely

use owned::prelude::*;

fn needs<T: Send>(_: &T) {}

fn main() {
    Python::initialize();
    Python::attach(|py| needs(&py));
}
