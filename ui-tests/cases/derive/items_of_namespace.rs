//! A value is laid out in one way.
//! expect: error: `items` and `namespace` exclude each other

use owned::prelude::*;

#[derive(FromPy, IntoPy)]
#[py(items, namespace)]
pub struct Point {
    pub x: f64,
}

fn main() {
    Python::initialize();
    Python::attach(|py| assert!(py.none().is_none()));
}
