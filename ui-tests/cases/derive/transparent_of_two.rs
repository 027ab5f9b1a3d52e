//! Only one field can be the whole object.
//! expect: error: `transparent` is for exactly one field, which is the whole object: here are 2

use owned::prelude::*;

#[derive(FromPy)]
#[py(transparent)]
pub struct Point {
    pub x: f64,
    pub y: f64,
}

fn main() {
    Python::initialize();
    Python::attach(|py| assert!(py.none().is_none()));
}
