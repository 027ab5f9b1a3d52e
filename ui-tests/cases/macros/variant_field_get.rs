//! A field of a variant is to be read, as if there were others.
//! expect: error: every field of a variant can be read

use owned::prelude::*;

#[class]
pub enum Tally {
    Up(#[field(get)] u64),
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
