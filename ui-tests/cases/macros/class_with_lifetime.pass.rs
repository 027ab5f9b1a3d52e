//! The text is owned.

use owned::prelude::*;

#[class]
pub struct Tally {
    name: String,
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
