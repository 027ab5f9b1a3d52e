//! An `Owned` is not `Send`: its count would be changed on a thread that is not attached.
//! expect: cannot be sent between threads safely

use owned::prelude::*;

fn needs<T: Send>(_: &T) {}

fn main() {
    Python::initialize();
    Python::attach(|py| needs(&py.none()));
}
