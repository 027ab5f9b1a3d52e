//! A number can be passed.

use owned::prelude::*;

#[derive(NoRefs)]
pub struct Limits;

#[class]
pub struct Tally {
    #[field(set)]
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
