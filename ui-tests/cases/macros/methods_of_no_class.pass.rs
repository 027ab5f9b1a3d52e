//! It is one.

use owned::prelude::*;

#[owned::module]
mod tallies {
    #[class]
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
