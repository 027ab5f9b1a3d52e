//! A function with an ABI of its own is not exported.
//! expect: error: a function with an ABI of its own cannot be exported

use owned::prelude::*;

#[owned::module]
mod tallies {
    #[function]
    extern "C" fn count() -> u64 {
        3
    }
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
