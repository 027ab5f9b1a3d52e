//! A type with methods in Python is a class.
//! expect: error: `Tally` is not a class: put `#[class]` on it

use owned::prelude::*;

#[owned::module]
mod tallies {
    pub struct Tally {
        count: u64,
    }

    #[methods]
    impl Tally {
        #[new]
        fn new() -> Self {
            Tally { count: 0 }
        }

        fn add(&mut self, more: u64) -> u64 {
            self.count += more;
            self.count
        }
    }
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
