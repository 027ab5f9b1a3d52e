//! An option that it has.

use owned::prelude::*;

#[derive(FromPy, IntoPy)]
pub struct Point {
    #[py(attribute = "X")]
    pub x: f64,
}

fn main() {
    Python::initialize();
    Python::attach(|py| assert!(py.none().is_none()));
}
