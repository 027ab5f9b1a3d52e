//! A default that nobody wrote needs a type that has one.
//! expect: error[E0277]: the trait bound `Point: Default` is not satisfied

use owned::prelude::*;

#[derive(FromPy)]
pub struct Circle {
    #[py(default)]
    pub centre: Point,
}

#[derive(FromPy)]
pub struct Point(pub f64, pub f64);

fn main() {
    Python::initialize();
    Python::attach(|py| assert!(py.none().is_none()));
}
