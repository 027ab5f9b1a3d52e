//! Two variants have one name in Python.
//! expect: error: two values are `Up` in Python

use owned::prelude::*;

#[class]
pub enum Tally {
    Up(u64),
    #[variant(name = "Up")]
    Down(u64),
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
