//! A cell owns its reference once.

use owned::prelude::*;

#[class]
pub struct Tally {
    item: GcCell<Box<Py<Any>>>,
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
