//! An argument that is an object of a class is not taken as `&mut Tally`, and the message says how.
//! expect: error: `&mut Tally` cannot be an argument

use owned::prelude::*;

#[class]
pub struct Tally {
    #[field(get, set)]
    count: u64,
}

#[owned::module]
mod tallies {
    #[export]
    pub use super::Tally;

    #[function]
    fn reset(tally: &mut Tally) {
        tally.count = 0;
    }
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
