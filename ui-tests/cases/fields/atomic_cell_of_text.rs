//! What changes in one step is a number.
//! expect: `String` does not fit into an `AtomicCell`

use owned::prelude::*;

#[class]
pub struct Tally {
    item: AtomicCell<String>,
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
