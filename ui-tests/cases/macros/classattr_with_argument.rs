//! A class attribute has a parameter.
//! expect: error: a class attribute is computed once

use owned::prelude::*;

#[class]
pub struct Tally {
    count: u64,
}

#[methods]
impl Tally {
    #[classattr]
    fn least(_count: u64) -> u64 {
        Tally { count: 0 }.count
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
