//! A type of one's own says what it holds before it is a class's field.
//! expect: the collector cannot see into `Limits`

use owned::prelude::*;

pub struct Limits {
    least: u64,
    most: u64,
}

#[class]
pub struct Tally {
    limits: Limits,
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
