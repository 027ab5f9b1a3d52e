//! An option that `#[class]` does not know is refused, with those that it knows.
//! expect: error: `#[class]` has no option `frozen`

use owned::prelude::*;

#[class(frozen)]
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
