//! A variant of an enum can say what it is.

use owned::prelude::*;

#[derive(FromPy, IntoPy)]
pub enum Unit {
    #[py(value = "nothing")]
    Nothing,
}

fn main() {
    Python::initialize();
    Python::attach(|py| assert!(py.none().is_none()));
}
