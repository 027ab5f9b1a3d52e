//! It is taken as a look at its inside.

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
    fn count(tally: owned::Ref<'_, Tally>) -> u64 {
        tally.count
    }
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
