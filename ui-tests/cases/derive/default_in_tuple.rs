//! An item of a tuple is never absent.
//! expect: error: `default` is for what can be absent

use owned::prelude::*;

#[derive(FromPy)]
pub struct Pair(pub f64, #[py(default)] pub f64);

fn main() {
    Python::initialize();
    Python::attach(|py| assert!(py.none().is_none()));
}
