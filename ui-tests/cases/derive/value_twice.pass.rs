//! Each its own.

use owned::prelude::*;

#[derive(FromPy, IntoPy)]
pub enum Colour {
    #[py(value = "red")]
    Red,
    #[py(value = "blue")]
    Blue,
}

fn main() {
    Python::initialize();
    Python::attach(|py| assert!(py.none().is_none()));
}
