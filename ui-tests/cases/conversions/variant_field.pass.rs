//! It is a number.

use owned::prelude::*;

#[derive(NoRefs)]
pub struct Step;

#[class]
pub enum Tally {
    Up(u64),
    Down,
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
