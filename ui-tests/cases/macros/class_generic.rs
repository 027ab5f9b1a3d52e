//! A class has one type object, so it is not generic.
//! expect: error: the class `Tally` cannot be generic

use owned::prelude::*;

#[class]
pub struct Tally<T> {
    count: T,
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
