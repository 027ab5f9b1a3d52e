//! A member of an enumeration has fields.
//! expect: error: `Down` has fields

use owned::prelude::*;

#[owned::enumeration]
pub enum Tally {
    Up,
    Down(u64),
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
