//! `#[module]` goes on a module.
//! expect: error: `#[module]` goes on `mod name { … }`

use owned::prelude::*;

#[owned::module]
pub struct Tallies;

fn main() {
    Python::initialize();
    Python::attach(|py| assert!(py.none().is_none()));
}
