//! `#[class]` goes on a struct, not on a function.
//! expect: error: `#[class]` goes on a struct

use owned::prelude::*;

#[class]
pub fn count() -> u64 {
    3
}

fn main() {
    Python::initialize();
    Python::attach(|_| assert_eq!(count(), 3));
}
