//! A constant of a module is a value that Python can be given.
//! expect: `Limits` cannot be returned to Python

use owned::prelude::*;

pub struct Limits;

#[owned::module]
mod tallies {
    #[export]
    pub const LIMITS: super::Limits = super::Limits;
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
