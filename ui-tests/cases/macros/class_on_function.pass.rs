//! A function is marked `#[function]`.

use owned::prelude::*;

#[function]
pub fn count() -> u64 {
    3
}

fn main() {
    Python::initialize();
    Python::attach(|_| assert_eq!(count(), 3));
}
