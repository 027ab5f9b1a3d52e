//! `#[new]` makes the object, so there is none yet.
//! expect: error: `#[new]` is called without an object

use owned::prelude::*;

#[class]
pub struct Tally {
    count: u64,
}

#[methods]
impl Tally {
    #[new]
    fn new(&self, count: u64) -> Self {
        Tally { count }
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
