//! What is public in a module says whether Python gets it.
//! expect: error: this is public, but Python does not get it

use owned::prelude::*;

#[class]
pub struct Tally;

#[owned::module]
pub mod tallies {
    pub use super::Tally;
}

fn main() {}
