//! A tuple keeps its items.

use owned::prelude::*;

#[derive(FromPy)]
pub struct Entry<'a>(
    pub &'a str,
    pub u64,
);

fn main() {
    Python::initialize();
    Python::attach(|py| assert!(py.none().is_none()));
}
