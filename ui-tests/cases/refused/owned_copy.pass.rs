//! An `Owned` is `Clone`.

use owned::prelude::*;

fn needs<T: Clone>(_: &T) {}

fn main() {
    Python::initialize();
    Python::attach(|py| needs(&py.none()));
}
