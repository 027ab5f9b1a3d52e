//! The reference is a plain field; the object is borrowed to change it.

use owned::prelude::*;

#[class]
pub struct Tally {
    item: Py<Any>,
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
