//! An enum extends two classes.
//! expect: error: `IntEnum` and `IntFlag` exclude each other

use owned::prelude::*;

#[owned::enumeration(IntEnum, IntFlag)]
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
