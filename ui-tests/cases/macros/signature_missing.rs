//! A signature names every parameter.
//! expect: error: the parameter `step` is missing in `#[signature(…)]`

use owned::prelude::*;

#[owned::module]
mod tallies {
    #[function]
    #[signature(limit)]
    fn count(limit: u64, step: u64) -> u64 {
        limit / step
    }
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
