//! A raw pointer does not say whether it owns a reference.
//! expect: the collector cannot see into `*mut PyObject`

use owned::prelude::*;

#[class]
pub struct Tally {
    item: *mut owned::PyObject,
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
