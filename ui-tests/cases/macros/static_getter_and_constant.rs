//! A property of the class has the name of a constant.
//! expect: error: `count` is defined twice in Python

use owned::prelude::*;

#[class]
pub struct Tally;

#[methods]
impl Tally {
    #[staticgetter]
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
