//! It has one.

use owned::prelude::*;

#[class]
pub struct Tally {
    #[field(get)]
    count: u64,
}

#[methods]
impl Tally {
    #[new]
    fn new() -> Self {
        Tally { count: 0 }
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
