//! Whether an item is inside is a `bool`.
//! expect: error[E0308]: mismatched types

use owned::prelude::*;

#[class]
pub struct Tally {
    count: u64,
}

#[methods]
impl Tally {
    fn __contains__(&self, item: u64) -> Option<u64> {
        Some(item)
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
