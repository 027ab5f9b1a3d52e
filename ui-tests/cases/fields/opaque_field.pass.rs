//! `Opaque` is for types that the library does not know.

use owned::prelude::*;

#[class]
pub struct Tally {
    item: Opaque<std::thread::Thread>,
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
