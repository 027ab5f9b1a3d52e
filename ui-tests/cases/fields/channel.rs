//! What waits in a channel belongs to both of its ends.
//! expect: the collector cannot see into `SyncSender<owned::Py<owned::Any>>`

use owned::prelude::*;

#[class]
pub struct Tally {
    item: std::sync::mpsc::SyncSender<Py<Any>>,
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
