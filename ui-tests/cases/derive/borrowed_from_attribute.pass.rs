//! A text of its own.

use owned::prelude::*;

#[derive(FromPy)]
pub struct Entry {
    pub name: String,
}

fn main() {
    Python::initialize();
    Python::attach(|py| assert!(py.none().is_none()));
}
