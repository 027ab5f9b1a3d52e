//! What is got from an item of a mapping is gone when the conversion ends.
//! expect: error: a field that borrows (`'a`) cannot be taken from an item

use owned::prelude::*;

#[derive(FromPy)]
#[py(items)]
pub struct Entry<'a> {
    pub name: &'a str,
    pub size: u64,
}

fn main() {
    Python::initialize();
    Python::attach(|py| assert!(py.none().is_none()));
}
