//! It starts with a value of its own.

use owned::prelude::*;

#[class(new)]
pub struct Tally(#[field(get, name = "count")] u64, #[field(init = 3)] u64);

#[owned::module]
mod tallies {
    #[export]
    pub use super::Tally;
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
