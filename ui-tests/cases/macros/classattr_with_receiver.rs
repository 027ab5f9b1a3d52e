//! A class attribute is asked of an instance.
//! expect: error: `#[classattr]` is called without an object

use owned::prelude::*;

#[class]
pub struct Tally {
    count: u64,
}

#[methods]
impl Tally {
    #[classattr]
    fn least(&self) -> u64 {
        Tally { count: 0 }.count
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
