//! A number can be given.

use owned::prelude::*;

pub struct Limits(pub u64);

#[owned::module]
mod tallies {
    #[class]
    pub struct Tally {
        count: u64,
    }

    #[methods]
    impl Tally {
        fn limits(&self) -> u64 {
            super::Limits(self.count).0
        }
    }
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
