//! It has one.

use owned::prelude::*;

#[class(new)]
pub struct Tally {
    #[field(get, default = 3)]
    count: u64,
    #[field(get, default = 7)]
    limit: u64,
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
