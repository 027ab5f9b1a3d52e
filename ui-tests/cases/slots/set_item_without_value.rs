//! What sets an item gets a key and a value.
//! expect: error: `__setitem__` has the form `fn __setitem__(&mut self, key: …, value: …)`

use owned::prelude::*;

#[class]
pub struct Tally {
    count: u64,
}

#[methods]
impl Tally {
    fn __setitem__(&mut self, key: u64) {
        self.count = key;
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
