//! On the field.

use owned::prelude::*;

#[derive(FromPy)]
pub struct Point {
    #[py(default)]
    pub x: f64,
}

fn main() {
    Python::initialize();
    Python::attach(|py| assert!(py.none().is_none()));
}
