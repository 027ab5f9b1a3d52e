//! One name.

use owned::prelude::*;

#[derive(FromPy)]
pub struct Circle {
    #[py(attribute = "centre_x")]
    pub x: f64,
}

fn main() {
    Python::initialize();
    Python::attach(|py| assert!(py.none().is_none()));
}
