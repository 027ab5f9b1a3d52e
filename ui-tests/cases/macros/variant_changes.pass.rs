//! It gives another object.

use owned::prelude::*;

#[class]
pub enum Tally {
    Up(u64),
    Down,
}

#[methods]
impl Tally {
    fn flip(&self) -> Self {
        Tally::Down
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
