//! It is hashed by what stays.

use owned::prelude::*;

#[class(new, eq, hash)]
#[derive(PartialEq, Hash)]
pub struct Tally {
    #[field(get)]
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
