//! It does.

use owned::prelude::*;

#[class]
pub struct Tally;

#[owned::module]
pub mod tallies {
    #[export]
    pub use super::Tally;
}

fn main() {}
