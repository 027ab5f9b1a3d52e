//! It has one.

use owned::prelude::*;

#[owned::module]
mod tallies {
    #[function]
    fn add(pair: (u64, u64)) -> u64 {
        let (a, b) = pair;
        a + b
    }
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
