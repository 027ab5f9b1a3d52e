//! A reference that may be missing is an `Option`.

use owned::prelude::*;

#[class]
pub struct Tally {
    item: Option<Py<Any>>,
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
