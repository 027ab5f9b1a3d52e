//! An operator in place has one operand.
//! expect: error: `__iadd__` has the form `fn __iadd__(&mut self, other: …)`

use owned::prelude::*;

#[class]
pub struct Tally {
    count: u64,
}

#[methods]
impl Tally {
    fn __iadd__(&mut self, other: u64, more: u64) {
        self.count += other + more;
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
