//! A field that Python reads is of a type that Python can be given.
//! expect: `&Limits` cannot be returned to Python

use owned::prelude::*;

#[derive(NoRefs)]
pub struct Limits;

#[class]
pub struct Tally {
    #[field(get)]
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
