//! A constant.

use owned::prelude::*;

#[owned::module]
mod tallies {
    #[export]
    pub const LIMIT: u64 = 3;
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
