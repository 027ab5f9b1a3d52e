//! A class is exported.

use owned::prelude::*;

#[class]
pub struct Limits;

#[owned::module]
mod tallies {
    #[export]
    pub use super::Limits;
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
