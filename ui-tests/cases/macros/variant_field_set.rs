//! A field of a variant is to be set.
//! expect: error: a value of an enum cannot change in Python

use owned::prelude::*;

#[class]
pub enum Tally {
    Up {
        #[field(set)]
        by: u64,
    },
    Down,
}

#[owned::module]
mod tallies {
    #[export]
    pub use super::Tally;
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
