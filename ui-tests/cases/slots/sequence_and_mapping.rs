//! A class is matched as a sequence or as a mapping.
//! expect: error: patterns take an object for a sequence or for a mapping, not for both: keep one of `sequence` and `mapping`

use owned::prelude::*;

#[class(sequence, mapping)]
pub struct Tally {
    count: u64,
}

#[methods]
impl Tally {
    fn __len__(&self) -> usize {
        7
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
