//! `#[class]` goes on a struct.

use owned::prelude::*;

#[owned::module]
mod tallies {
    #[class]
    pub struct Tally;
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
