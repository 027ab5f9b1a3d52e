//! A class is hashed by what can be set.
//! expect: error: the hash of an object must not change

use owned::prelude::*;

#[class(new, eq, hash)]
#[derive(PartialEq, Hash)]
pub struct Tally {
    #[field(get, set)]
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
