//! A signature is written as Python writes it.
//! expect: error: expected `name`, `name = default`, `/`, `*`, `*args` or `**kwargs`

use owned::prelude::*;

#[owned::module]
mod tallies {
    #[function]
    #[signature(limit, "step")]
    fn count(limit: u64, step: u64) -> u64 {
        limit / step
    }
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
