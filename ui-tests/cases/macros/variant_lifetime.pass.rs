//! It owns.

use owned::prelude::*;

#[class]
pub enum Tally {
    Up(String),
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
