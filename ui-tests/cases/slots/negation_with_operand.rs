//! A negation has no operand.
//! expect: error: `__neg__` has the form `fn __neg__(&self) -> …`

use owned::prelude::*;

#[class]
pub struct Tally {
    count: u64,
}

#[methods]
impl Tally {
    fn __neg__(&self, by: i64) -> i64 {
        -by
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
