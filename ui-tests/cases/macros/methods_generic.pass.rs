//! It does.

use owned::prelude::*;

#[class(instances(IntTally = Tally<i64>))]
pub struct Tally<T> {
    count: T,
}

#[methods(instances(Tally<i64>))]
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
