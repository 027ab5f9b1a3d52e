//! A field of a variant is there under a condition.
//! expect: error: every field of a variant is a parameter, which cannot be under `#[cfg]`

use owned::prelude::*;

#[class]
pub enum Tally {
    Up {
        #[cfg(unix)]
        by: u64,
    },
    Down,
}

#[owned::module]
mod tallies {
    #[export]
    pub use super::Tally;
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
