//! A `Py` can be a class's field: the collector sees it.

use owned::prelude::*;

#[class]
pub struct Tally {
    item: Py<Any>,
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
