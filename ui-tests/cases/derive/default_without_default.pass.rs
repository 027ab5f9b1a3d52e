//! A default that is written.

use owned::prelude::*;

#[derive(FromPy)]
pub struct Circle {
    #[py(default = Point(0.0, 0.0))]
    pub centre: Point,
}

#[derive(FromPy)]
pub struct Point(pub f64, pub f64);

fn main() {
    Python::initialize();
    Python::attach(|py| assert!(py.none().is_none()));
}
