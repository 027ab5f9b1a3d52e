//! An `Owned` is not `Copy`: a second reference is written out.
//! expect: E0277

use owned::prelude::*;

fn needs<T: Copy>(_: &T) {}

fn main() {
    Python::initialize();
    Python::attach(|py| needs(&py.none()));
}
