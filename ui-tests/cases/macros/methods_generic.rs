//! A `#[methods]` block that is generic says for which types it is.
//! expect: error: for which types?

use owned::prelude::*;

#[class(instances(IntTally = Tally<i64>))]
pub struct Tally<T> {
    count: T,
}

#[methods]
impl<T: Copy> Tally<T> {
    fn count(&self) -> T {
        self.count
    }
}

#[owned::module]
mod tallies {
    #[export]
    pub use super::IntTally;
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
