//! It is renamed.

use owned::prelude::*;

#[class]
pub enum Tally {
    Up(#[field(name = "by")] u64),
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
