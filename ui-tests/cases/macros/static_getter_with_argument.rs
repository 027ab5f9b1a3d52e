//! A property of the class takes an argument.
//! expect: error: a getter of the class gets nothing but

use owned::prelude::*;

#[class]
pub struct Tally;

#[methods]
impl Tally {
    #[staticgetter]
    fn count(_start: u64) -> u64 {
        3
    }
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
