//! A marker of `#[methods]` means something only inside of it.
//! expect: error: cannot find attribute `getter` in this scope

use owned::prelude::*;

#[class]
pub struct Tally {
    count: u64,
}

impl Tally {
    #[getter]
    pub fn total(&self) -> u64 {
        self.count
    }
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
