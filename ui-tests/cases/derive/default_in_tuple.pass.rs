//! Without a default.

use owned::prelude::*;

#[derive(FromPy)]
pub struct Pair(pub f64, pub f64);

fn main() {
    Python::initialize();
    Python::attach(|py| assert!(py.none().is_none()));
}
