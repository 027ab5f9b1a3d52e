//! A method returns what Python can be given.
//! expect: `Limits` cannot be returned to Python

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
        fn limits(&self) -> super::Limits {
            super::Limits(self.count)
        }
    }
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
