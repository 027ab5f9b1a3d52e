//! Without a value.

use owned::prelude::*;

#[derive(FromPy)]
pub enum Size {
    Auto(u64),
}

fn main() {
    Python::initialize();
    Python::attach(|py| assert!(py.none().is_none()));
}
