//! A property has no object, and does not say that it is of the class.
//! expect: error: `count` has no receiver: write `&self` or `&mut self`, or mark it `#[staticgetter]`

use owned::prelude::*;

#[class]
pub struct Tally;

#[methods]
impl Tally {
    #[getter]
    fn count() -> u64 {
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
