//! An attribute has a name.
//! expect: error: an attribute of a namespace has a name

use owned::prelude::*;

#[derive(IntoPy)]
#[py(namespace)]
pub struct Point {
    #[py(item = 0)]
    pub x: f64,
}

fn main() {
    Python::initialize();
    Python::attach(|py| assert!(py.none().is_none()));
}
