//! A sender of numbers can be shared.

use owned::prelude::*;

#[class]
pub struct Tally {
    #[traverse(skip = "numbers")]
    counts: std::sync::mpsc::Sender<u64>,
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
