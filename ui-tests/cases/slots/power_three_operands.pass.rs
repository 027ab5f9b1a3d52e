//! It has an exponent.

use owned::prelude::*;

#[class]
pub struct Tally {
    count: u64,
}

#[methods]
impl Tally {
    fn __pow__(&self, exponent: u32, modulus: Option<u64>) -> u64 {
        self.count.pow(exponent) % modulus.unwrap_or(7)
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
