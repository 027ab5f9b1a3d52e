//! An attribute is one name.
//! expect: error: `centre.x` is not a Python identifier

use owned::prelude::*;

#[derive(FromPy)]
pub struct Circle {
    #[py(attribute = "centre.x")]
    pub x: f64,
}

fn main() {
    Python::initialize();
    Python::attach(|py| assert!(py.none().is_none()));
}
