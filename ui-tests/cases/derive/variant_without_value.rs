//! A variant without fields says what it is in Python.
//! expect: error: `VeryLoud` has no fields: say what it is in Python by `#[py(value = "very_loud")]`

use owned::prelude::*;

#[derive(FromPy, IntoPy)]
pub enum Level {
    VeryLoud,
    Number(u8),
}

fn main() {
    Python::initialize();
    Python::attach(|py| assert!(py.none().is_none()));
}
