//! A reference to the object is taken.

use owned::prelude::*;

#[class]
pub struct Tally {
    #[field(get)]
    count: u64,
}

#[owned::module]
mod tallies {
    #[export]
    pub use super::Tally;

    #[function]
    fn keep(tally: owned::Py<Tally>) {
        drop(tally);
    }
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
