//! A default is for a field.
//! expect: error: `#[py]` on a struct has no option `default`

use owned::prelude::*;

#[derive(FromPy)]
#[py(default)]
pub struct Point {
    pub x: f64,
}

fn main() {
    Python::initialize();
    Python::attach(|py| assert!(py.none().is_none()));
}
