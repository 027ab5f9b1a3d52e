//! A text that changes has a cell with a word.

use owned::prelude::*;

#[class]
pub struct Tally {
    item: (AtomicCell<u64>, GcCell<String>),
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
