//! A docstring is a C string: no NUL in it.
//! expect: error: a docstring cannot contain a NUL character

use owned::prelude::*;

#[doc = "Counts\0things."]
#[class]
pub struct Tally {
    count: u64,
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
