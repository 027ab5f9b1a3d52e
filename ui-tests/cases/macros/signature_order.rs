//! A signature has the order of the parameters.
//! expect: error: `step` stands where the function has `limit`

use owned::prelude::*;

#[owned::module]
mod tallies {
    #[function]
    #[signature(step, limit)]
    fn count(limit: u64, step: u64) -> u64 {
        limit / step
    }
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
