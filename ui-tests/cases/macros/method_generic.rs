//! Python calls one function, so it is not generic.
//! expect: error: an exported function cannot be generic

use owned::prelude::*;

#[class]
pub struct Tally {
    count: u64,
}

#[methods]
impl Tally {
    fn add<T: Into<u64>>(&mut self, amount: T) {
        self.count += amount.into();
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
