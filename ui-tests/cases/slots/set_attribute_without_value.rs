//! What sets an attribute gets a name and a value.
//! expect: error: `__setattr__` has the form `fn __setattr__(&mut self, name: &str, value: …)`

use owned::prelude::*;

#[class]
pub struct Tally {
    count: u64,
}

#[methods]
impl Tally {
    fn __setattr__(&mut self, name: &str) {
        self.count = name.len() as u64;
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
