//! A lock of plain data holds no reference.

use owned::prelude::*;

#[class]
pub struct Tally {
    items: std::collections::BTreeSet<String>,
    locks: std::collections::LinkedList<std::sync::RwLock<u8>>,
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
