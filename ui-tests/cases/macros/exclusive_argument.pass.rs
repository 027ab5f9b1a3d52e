//! It is taken as exclusive access.

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
    fn reset(mut tally: owned::RefMut<'_, Tally>) {
        tally.count = 0;
    }
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
