//! A free function.

use owned::prelude::*;

#[owned::module]
mod tallies {
    #[function]
    fn count() -> u64 {
        3
    }
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
