//! A signature names a parameter once.
//! expect: error: `limit` is in the signature twice

use owned::prelude::*;

#[owned::module]
mod tallies {
    #[function]
    #[signature(limit, limit, step)]
    fn count(limit: u64, step: u64) -> u64 {
        limit / step
    }
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
