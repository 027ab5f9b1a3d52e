//! A property is read of the class and set of its objects.
//! expect: error: the property `count` is one of the class and of its objects

use owned::prelude::*;

#[class]
pub struct Tally;

#[methods]
impl Tally {
    #[staticgetter]
    fn count() -> u64 {
        3
    }

    #[setter]
    fn set_count(&self, _count: u64) {}
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
