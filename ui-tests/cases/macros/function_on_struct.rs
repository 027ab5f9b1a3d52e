//! `#[function]` goes on a function.
//! expect: error: `#[function]` goes on a `fn`

use owned::prelude::*;

#[owned::module]
mod tallies {
    #[function]
    pub struct Tally;
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
