//! `#[field]` says what Python may do.
//! expect: error: `#[field]` exports nothing

use owned::prelude::*;

#[class]
pub struct Tally {
    #[field]
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
