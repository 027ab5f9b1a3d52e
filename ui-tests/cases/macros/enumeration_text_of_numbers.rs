//! A value of an enum of numbers is a text.
//! expect: error: the values of an `IntEnum` are numbers

use owned::prelude::*;

#[owned::enumeration(IntEnum)]
pub enum Tally {
    Up,
    #[variant(value = "down")] Down,
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
