//! It takes one.

use owned::prelude::*;

#[class]
pub struct Tally;

#[methods]
impl Tally {
    #[staticsetter]
    fn set_count(_count: u64) {}
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
