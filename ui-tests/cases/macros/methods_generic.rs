//! A class is not generic, and neither is its `#[methods]` block.
//! expect: error[E0207]: the type parameter `T` is not constrained
//! errors: 2, because the generated code names the class too

use owned::prelude::*;

#[class]
pub struct Tally {
    count: u64,
}

#[methods]
impl<T> Tally {
    fn count(&self) -> u64 {
        self.count
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
