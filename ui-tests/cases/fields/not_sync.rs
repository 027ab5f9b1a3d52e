//! Two threads can look at one object, so a class's fields can be shared.
//! expect: error[E0080]: evaluation panicked: this is not `Send` and `Sync`

use owned::prelude::*;

#[class]
pub struct Tally {
    #[traverse(skip = "numbers")]
    counts: std::sync::mpsc::Receiver<u64>,
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
