//! A property has one getter.
//! expect: error[E0080]: evaluation panicked: `count` is also defined by `#[methods]`

use owned::prelude::*;

#[class]
pub struct Tally {
    #[field(get)]
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
