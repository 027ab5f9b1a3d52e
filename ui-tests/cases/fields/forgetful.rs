//! What is never dropped is never released.
//! expect: the collector cannot see into `ManuallyDrop<owned::Py<owned::Any>>`

use owned::prelude::*;

#[class]
pub struct Tally {
    item: std::mem::ManuallyDrop<Py<Any>>,
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
