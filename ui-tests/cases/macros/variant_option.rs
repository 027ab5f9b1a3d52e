//! A constructor is asked for that the variants have.
//! expect: error: `new` is made of the fields of each variant anyway

use owned::prelude::*;

#[class(new)]
pub enum Tally {
    Up(u64),
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
