//! Two fields cannot have one key.
//! expect: error: two fields are `x` in Python

use owned::prelude::*;

#[derive(IntoPy)]
pub struct Point {
    pub x: f64,
    #[py(item = "x")]
    pub y: f64,
}

fn main() {
    Python::initialize();
    Python::attach(|py| assert!(py.none().is_none()));
}
