//! The struct is a class.

use owned::prelude::*;

#[class]
pub struct Tally {
    #[field(get)]
    count: u64,
}

fn main() {
    Python::initialize();
    Python::attach(|py| assert!(py.none().is_none()));
}
