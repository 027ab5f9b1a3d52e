//! A finalizer is given nothing.
//! expect: error: `__del__` has the form `fn __del__(&mut self)`

use owned::prelude::*;

#[class]
pub struct Tally {
    count: u64,
}

#[methods]
impl Tally {
    fn __del__(&mut self, count: u64) {
        self.count = count;
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
