//! A getter gets nothing but its object.
//! expect: error: a getter gets nothing but its object: remove `factor`

use owned::prelude::*;

#[class]
pub struct Tally {
    count: u64,
}

#[methods]
impl Tally {
    #[getter]
    fn scaled(&self, factor: u64) -> u64 {
        self.count * factor
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
