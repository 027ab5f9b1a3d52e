//! It is one of the object.

use owned::prelude::*;

#[class]
pub struct Tally;

#[methods]
impl Tally {
    fn __len__(&self) -> usize {
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
