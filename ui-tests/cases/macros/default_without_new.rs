//! A field has a default, but there is no constructor of fields.
//! expect: error: `default` is for a constructor that is made of the fields

use owned::prelude::*;

#[class]
pub struct Tally {
    #[field(get, default = 3)]
    count: u64,
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
