//! A slot is its struct's own.

use owned::prelude::*;

#[class]
pub struct Tally {
    item: Box<Slot>,
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
