//! They have.

use owned::prelude::*;

#[owned::module]
mod tallies {
    #[function]
    fn count() -> u64 {
        3
    }

    #[function(name = "total")]
    fn sum() -> u64 {
        4
    }
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
