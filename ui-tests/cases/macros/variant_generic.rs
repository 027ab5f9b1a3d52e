//! An enum with fields is generic.
//! expect: error: the enum `Tally` cannot be generic

use owned::prelude::*;

#[class]
pub enum Tally<T> {
    Up(T),
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
