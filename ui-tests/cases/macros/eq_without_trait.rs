//! A class is compared by a trait that it has not.
//! expect: error[E0277]: can't compare `Tally` with `Tally`

use owned::prelude::*;

#[class(new, eq)]
#[derive(Clone)]
pub struct Tally {
    #[field(get)]
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
