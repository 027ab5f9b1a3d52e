//! It takes the token.

use owned::prelude::*;

#[class]
pub struct Tally;

#[methods]
impl Tally {
    #[staticgetter]
    fn count(_py: Python<'_>) -> u64 {
        3
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
