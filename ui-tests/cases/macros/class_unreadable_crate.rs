//! What is no token of Rust is no path.
//! expect: error: `r#"` is not a path to the crate

use owned::prelude::*;

#[class(crate = "r#\"")]
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
