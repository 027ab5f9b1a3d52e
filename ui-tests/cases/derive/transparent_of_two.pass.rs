//! Each field is one of the items.

use owned::prelude::*;

#[derive(FromPy)]
#[py(items)]
pub struct Point {
    pub x: f64,
    pub y: f64,
}

fn main() {
    Python::initialize();
    Python::attach(|py| assert!(py.none().is_none()));
}
