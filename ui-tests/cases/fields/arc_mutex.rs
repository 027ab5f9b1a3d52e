//! A lock in an `Arc` hides a reference from the collector.
//! expect: the collector cannot see into `Arc<std::sync::Mutex<owned::Py<owned::Any>>>`

use owned::prelude::*;

#[class]
pub struct Tally {
    item: std::sync::Arc<std::sync::Mutex<Py<Any>>>,
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
