//! What is made later is put into a cell.

use owned::prelude::*;

#[class]
pub struct Tally {
    item: GcCell<Option<Py<Any>>>,
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
