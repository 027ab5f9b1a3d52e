//! `_` is not a name in Python.
//! expect: error: `_` is not a name in Python

use owned::prelude::*;

pub mod counts {
    #[owned::function]
    pub fn count() -> u64 {
        3
    }
}

#[owned::module]
mod tallies {
    #[export]
    pub use super::counts::count as _;
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
