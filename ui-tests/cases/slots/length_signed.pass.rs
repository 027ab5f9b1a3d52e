//! It is one.

use owned::prelude::*;

#[class]
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
