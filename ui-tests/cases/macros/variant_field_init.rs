//! A field of a variant is to be no parameter.
//! expect: error: every field of a variant is a parameter: write `default = …`

use owned::prelude::*;

#[class]
pub enum Tally {
    Up {
        #[field(init = 1)]
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
