//! An enum is to be derived from.
//! expect: error: `subclass` is not for enums

use owned::prelude::*;

#[class(subclass)]
pub enum Tally {
    Up,
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
