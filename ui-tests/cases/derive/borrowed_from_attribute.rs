//! What is got from an attribute is gone when the conversion ends, so nothing can borrow from it.
//! expect: error: a field that borrows (`'a`) cannot be taken from an attribute

use owned::prelude::*;

#[derive(FromPy)]
pub struct Entry<'a> {
    pub name: &'a str,
}

fn main() {
    Python::initialize();
    Python::attach(|py| assert!(py.none().is_none()));
}
