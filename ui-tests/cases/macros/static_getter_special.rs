//! A special method is to be a property of the class.
//! expect: error: `__len__` is a special method of the object

use owned::prelude::*;

#[class]
pub struct Tally;

#[methods]
impl Tally {
    #[staticgetter]
    fn __len__() -> usize {
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
