//! An operator in place has no signature of its own.
//! expect: error: `__imul__` has a fixed signature: remove `#[signature(…)]`

use owned::prelude::*;

#[class]
pub struct Tally {
    count: u64,
}

#[methods]
impl Tally {
    #[signature(other = 2)]
    fn __imul__(&mut self, other: u64) {
        self.count *= other;
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
