//! Each its own.

use owned::prelude::*;

#[derive(IntoPy)]
pub struct Point {
    pub x: f64,
    #[py(item = "y")]
    pub y: f64,
}

fn main() {
    Python::initialize();
    Python::attach(|py| assert!(py.none().is_none()));
}
