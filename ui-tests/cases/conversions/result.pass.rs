//! A result of a type that Python can be given.

use owned::prelude::*;

pub struct Limits;

#[owned::module]
mod tallies {
    #[function]
    fn limits() -> () {
        super::Limits;
    }
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
