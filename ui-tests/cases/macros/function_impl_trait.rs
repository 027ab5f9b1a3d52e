//! `impl Trait` makes a function generic.
//! expect: error: `impl Trait` makes the function generic

use owned::prelude::*;

#[owned::module]
mod tallies {
    #[function]
    fn double(number: impl Into<u64>) -> u64 {
        number.into() * 2
    }
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
