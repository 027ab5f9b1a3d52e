//! A `Box` hides nobody, and the method looks.

use owned::prelude::*;

#[owned::module]
mod tallies {
    #[class]
    pub struct Tally {
        count: Box<u64>,
    }

    #[methods]
    impl Tally {
        fn take(&self) -> u64 {
            *self.count
        }
    }
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
