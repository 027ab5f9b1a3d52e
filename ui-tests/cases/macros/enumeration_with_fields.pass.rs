//! It has none.

use owned::prelude::*;

#[owned::enumeration]
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
