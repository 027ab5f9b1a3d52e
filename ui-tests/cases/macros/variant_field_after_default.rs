//! A field of a variant without a default follows one with.
//! expect: error: `limit` has no default but follows a field that has one

use owned::prelude::*;

#[class]
pub enum Tally {
    Up {
        #[field(default = 1)]
        by: u64,
        limit: u64,
    },
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
