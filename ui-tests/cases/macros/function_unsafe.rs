//! Python cannot promise anything, so it calls no `unsafe fn`.
//! expect: error: an `unsafe fn` cannot be called from Python

use owned::prelude::*;

#[owned::module]
mod tallies {
    #[function]
    unsafe fn count() -> u64 {
        3
    }
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
