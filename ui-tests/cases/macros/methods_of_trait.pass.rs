//! Methods of the class are.

use owned::prelude::*;

pub trait Count {
    fn count(&self) -> u64;
}

#[class]
pub struct Tally {
    count: u64,
}

#[methods]
impl Tally {
    fn count(&self) -> u64 {
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
