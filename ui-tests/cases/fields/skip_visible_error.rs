//! A stored error is a reference too, and cannot be skipped.
//! expect: E0277

use owned::prelude::*;

#[class]
pub struct Tally {
    #[traverse(skip = "an error holds nothing")]
    last: Option<PyErr>,
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
