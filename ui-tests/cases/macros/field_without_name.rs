//! A field without a name needs one in Python.
//! expect: error: a field without a name needs one in Python

use owned::prelude::*;

#[class]
pub struct Tally(#[field(get)] u64);

#[owned::module]
mod tallies {
    #[export]
    pub use super::Tally;
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
