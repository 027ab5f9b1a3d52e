//! The function is named.

use owned::prelude::*;

pub mod counts {
    #[owned::function]
    pub fn count() -> u64 {
        3
    }
}

#[owned::module]
mod tallies {
    #[export]
    pub use super::counts::{count};
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
