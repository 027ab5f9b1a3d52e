//! An option that `#[function]` does not know is refused.
//! expect: error: `#[function]` has no option `subclass`

use owned::prelude::*;

#[owned::module]
mod tallies {
    #[function(subclass)]
    fn count() -> u64 {
        3
    }
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
