//! It does not.

use owned::prelude::*;

#[owned::module]
mod tallies {
    #[function]
    #[signature(limit, step = 1)]
    fn count(limit: u64, step: u64) -> u64 {
        limit / step
    }
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
