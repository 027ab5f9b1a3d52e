//! It has another name.

use owned::prelude::*;

#[class]
pub struct Tally {
    #[field(get, name = "first")]
    count: u64,
}

#[methods]
impl Tally {
    #[getter]
    fn count(&self) -> u64 {
        self.count + 1
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
