//! Two names.

use owned::prelude::*;

#[class]
pub struct Tally {
    count: u64,
}

#[methods]
impl Tally {
    fn count(&self) -> u64 {
        self.count
    }

    #[method(name = "twice")]
    fn count_twice(&self) -> u64 {
        self.count * 2
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
