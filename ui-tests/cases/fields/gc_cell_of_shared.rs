//! A cell is seen into, and what it holds must be too.
//! expect: the collector cannot see into `Arc<owned::Py<owned::Any>>`

use owned::prelude::*;

#[class]
pub struct Tally {
    item: GcCell<std::sync::Arc<Py<Any>>>,
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
