//! An argument that is an object of a class is not taken as `&Tally`, and the message says how.
//! expect: `&Tally` cannot be taken from a Python object

use owned::prelude::*;

#[class]
pub struct Tally {
    #[field(get)]
    count: u64,
}

#[owned::module]
mod tallies {
    #[export]
    pub use super::Tally;

    #[function]
    fn count(tally: &Tally) -> u64 {
        tally.count
    }
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
