//! Locks of references stay refused inside of what is seen into.
//! expect: the collector cannot see into `std::sync::RwLock<owned::Py<owned::Any>>`

use owned::prelude::*;

#[class]
pub struct Tally {
    items: std::collections::BTreeSet<String>,
    locks: std::collections::LinkedList<std::sync::RwLock<Py<Any>>>,
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
