//! The type derives `NoRefs`: it holds plain data.

use owned::prelude::*;

#[derive(NoRefs)]
pub struct Limits {
    least: u64,
    most: u64,
}

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
