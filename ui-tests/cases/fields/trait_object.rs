//! A trait object is seen into only if its trait says so.
//! expect: the collector cannot see into `dyn Act`

use owned::prelude::*;

/// Acts.
pub trait Act: Send + Sync {
    /// Acts.
    fn act(&self) {}
}

#[class]
pub struct Tally {
    item: Box<dyn Act>,
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
