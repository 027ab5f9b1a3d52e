//! A type that Python cannot be given is refused, with what can be.
//! expect: `Limits` cannot be returned to Python

use owned::prelude::*;

pub struct Limits;

#[owned::module]
mod tallies {
    #[function]
    fn limits() -> super::Limits {
        super::Limits
    }
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
