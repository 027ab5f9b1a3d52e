//! `#[function]` is for free functions.
//! expect: error: `#[function]` is for free functions
//! errors: 2, because rustc sees the receiver too

use owned::prelude::*;

#[owned::module]
mod tallies {
    #[function]
    fn count(&self) -> u64 {
        3
    }
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
