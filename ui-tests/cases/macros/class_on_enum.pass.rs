//! The enum is a field of a struct.

use owned::prelude::*;

#[derive(NoRefs)]
pub enum Direction {
    Up,
    Down,
}

#[class]
pub struct Tally(Direction);

#[owned::module]
mod tallies {
    #[export]
    pub use super::Tally;
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
