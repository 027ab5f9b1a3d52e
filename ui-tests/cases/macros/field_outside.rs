//! `#[field]` means something only in a class.
//! expect: error: cannot find attribute `field` in this scope

use owned::prelude::*;

pub struct Tally {
    #[field(get)]
    count: u64,
}

fn main() {
    Python::initialize();
    Python::attach(|py| assert!(py.none().is_none()));
}
