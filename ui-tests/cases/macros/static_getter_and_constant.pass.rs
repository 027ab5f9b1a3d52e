//! They have two names.

use owned::prelude::*;

#[class]
pub struct Tally;

#[methods]
impl Tally {
    #[staticgetter(name = "now")]
    fn count() -> u64 {
        3
    }

    #[classattr(name = "count")]
    const COUNT: u64 = 4;
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
