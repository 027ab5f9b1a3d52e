//! A weak reference of Python is a reference that the collector sees.

use owned::prelude::*;

#[class]
pub struct Tally {
    item: Py<Weak>,
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
