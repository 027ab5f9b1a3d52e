//! One of them.

use owned::prelude::*;

#[derive(FromPy, IntoPy)]
#[py(items)]
pub struct Point {
    pub x: f64,
}

fn main() {
    Python::initialize();
    Python::attach(|py| assert!(py.none().is_none()));
}
