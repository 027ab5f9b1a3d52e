//! A lock can be sent.

use owned::prelude::*;

#[class]
pub struct Tally {
    #[traverse(skip = "a number")]
    count: std::sync::Mutex<u64>,
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
