//! A path, with a raw name in it.

use owned::prelude::*;

#[class(crate = "::r#owned")]
pub struct Tally {
    count: u64,
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
