//! It does.

use owned::prelude::*;

#[owned::module]
pub mod tallies {}

fn main() {
    Python::initialize();
    Python::attach(|py| assert!(py.none().is_none()));
}
