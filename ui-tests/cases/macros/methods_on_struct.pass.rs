//! `#[class]` goes on the struct.

use owned::prelude::*;

#[class]
pub struct Tally {
    count: u64,
}

fn main() {
    Python::initialize();
    Python::attach(|py| assert!(py.none().is_none()));
}
