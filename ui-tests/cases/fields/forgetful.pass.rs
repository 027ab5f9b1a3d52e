//! A box drops what it owns.

use owned::prelude::*;

#[class]
pub struct Tally {
    item: Box<Py<Any>>,
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
