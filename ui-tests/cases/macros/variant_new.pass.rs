//! It has a function that makes one.

use owned::prelude::*;

#[class]
pub enum Tally {
    Up(u64),
    Down,
}

#[methods]
impl Tally {
    #[staticmethod]
    fn once() -> Self {
        Tally::Up(1)
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
