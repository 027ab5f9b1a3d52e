//! A queue in a cell belongs to the object.

use owned::prelude::*;

#[class]
pub struct Tally {
    item: GcCell<std::collections::VecDeque<Py<Any>>>,
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
