//! Both are of the objects.

use owned::prelude::*;

#[class]
pub struct Tally;

#[methods]
impl Tally {
    #[getter]
    fn count(&self) -> u64 {
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
