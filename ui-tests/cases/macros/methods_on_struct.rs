//! `#[methods]` goes on an `impl` block.
//! expect: error: `#[methods]` goes on the `impl` block of a class

use owned::prelude::*;

#[methods]
pub struct Tally {
    count: u64,
}

fn main() {
    Python::initialize();
    Python::attach(|py| assert!(py.none().is_none()));
}
