//! A field that Python writes is of a type that Python can pass.
//! expect: `Limits` cannot be taken from a Python object

use owned::prelude::*;

#[derive(NoRefs)]
pub struct Limits;

#[class]
pub struct Tally {
    #[field(set)]
    limit: Limits,
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
