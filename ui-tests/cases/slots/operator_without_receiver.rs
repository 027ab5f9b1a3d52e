//! An operator is a method of one operand, not a function of both.
//! expect: error: `__radd__` has the form `fn __radd__(&self, other: …) -> …`

use owned::prelude::*;

#[class]
pub struct Tally {
    count: u64,
}

#[methods]
impl Tally {
    fn __radd__(left: u64, right: u64) -> u64 {
        left + right
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
