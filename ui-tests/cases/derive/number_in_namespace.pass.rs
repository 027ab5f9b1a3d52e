//! A text is one.

use owned::prelude::*;

#[derive(IntoPy)]
#[py(namespace)]
pub struct Point {
    #[py(item = "x")]
    pub x: f64,
}

fn main() {
    Python::initialize();
    Python::attach(|py| assert!(py.none().is_none()));
}
