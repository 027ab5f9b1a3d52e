//! A deleter gets a value.
//! expect: error: a deleter gets nothing but its object

use owned::prelude::*;

#[class]
pub struct Tally {
    count: u64,
}

#[methods]
impl Tally {
    #[deleter]
    fn delete_count(&mut self, _to: u64) {
        self.count = 0;
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
