//! `crate` is the path of the library.
//! expect: error: `not a path` is not a path to the crate

use owned::prelude::*;

#[class(crate = "not a path")]
pub struct Tally {
    count: u64,
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
