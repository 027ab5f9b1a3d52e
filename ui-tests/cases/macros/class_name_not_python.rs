//! A name for Python is one that Python can write.
//! expect: error: `a-tally` is not a Python identifier

use owned::prelude::*;

#[class(name = "a-tally")]
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
