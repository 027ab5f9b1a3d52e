//! A field without a name is to be a parameter.
//! expect: error: a field without a name cannot be a parameter

use owned::prelude::*;

#[class(new)]
pub struct Tally(#[field(get, name = "count")] u64, u64);

#[owned::module]
mod tallies {
    #[export]
    pub use super::Tally;
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
