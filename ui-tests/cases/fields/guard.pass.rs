//! A reference to the object can be.

use owned::prelude::*;

#[class]
pub struct Inner;

#[class]
pub struct Tally {
    inner: Py<Inner>,
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
