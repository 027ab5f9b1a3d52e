//! A class attribute takes the place of a special method.
//! expect: error: a special method is found by its Rust name

use owned::prelude::*;

#[class]
pub struct Tally {
    count: u64,
}

#[methods]
impl Tally {
    #[classattr(name = "__len__")]
    const LENGTH: usize = 3;

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
