//! Memory that is lent stays where it is: a `Vec` is not lent.
//! expect: error[E0308]: mismatched types

use owned::prelude::*;
#[allow(unused_imports)]
use owned::types::Exported;

#[class]
pub struct Tally {
    count: u64,
}

#[methods]
impl Tally {
    fn __buffer__(&self) -> Vec<u8> {
        vec![1, 2, 3]
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
