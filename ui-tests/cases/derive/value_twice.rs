//! Two variants cannot be the same in Python.
//! expect: error: `"red"` is what `Red` is in Python

use owned::prelude::*;

#[derive(FromPy, IntoPy)]
pub enum Colour {
    #[py(value = "red")]
    Red,
    #[py(value = "red")]
    Blue,
}

fn main() {
    Python::initialize();
    Python::attach(|py| assert!(py.none().is_none()));
}
