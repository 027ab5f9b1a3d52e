//! A number can be one.

use owned::prelude::*;

pub struct Limits;

#[owned::module]
mod tallies {
    #[export]
    pub const LIMITS: u64 = size_of::<super::Limits>() as u64;
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
