//! An `async fn` cannot be called from Python.
//! expect: error: an `async fn` cannot be called from Python yet

use owned::prelude::*;

#[owned::module]
mod tallies {
    #[function]
    async fn count() -> u64 {
        3
    }
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
