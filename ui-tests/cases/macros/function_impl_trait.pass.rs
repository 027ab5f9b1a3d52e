//! The type is written out.

use owned::prelude::*;

#[owned::module]
mod tallies {
    #[function]
    fn double(number: u64) -> u64 {
        number * 2
    }
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
