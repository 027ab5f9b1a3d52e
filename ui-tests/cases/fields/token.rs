//! The token belongs to an attached section, so it cannot be a class's field.
//! expect: the collector cannot see into `owned::Python<'static>`

use owned::prelude::*;

#[class]
pub struct Tally {
    count: u64,
    py: Python<'static>,
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
