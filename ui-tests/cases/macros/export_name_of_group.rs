//! `name` is for one item.
//! expect: error: `name` is for one item

use owned::prelude::*;

pub mod counts {
    #[owned::function]
    pub fn count() -> u64 {
        3
    }

    #[owned::function]
    pub fn most() -> u64 {
        99
    }
}

#[owned::module]
mod tallies {
    #[export(name = "total")]
    pub use super::counts::{count, most};
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
