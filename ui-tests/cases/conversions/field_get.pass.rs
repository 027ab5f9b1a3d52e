//! The field is not read by Python.

use owned::prelude::*;

#[derive(NoRefs)]
pub struct Limits;

#[class]
pub struct Tally {
    limits: Limits,
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
