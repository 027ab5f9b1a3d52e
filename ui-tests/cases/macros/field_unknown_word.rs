//! `#[field]` knows `get`, `set` and `name`.
//! expect: error: `#[field]` has no option `write`

use owned::prelude::*;

#[class]
pub struct Tally {
    #[field(get, write)]
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
