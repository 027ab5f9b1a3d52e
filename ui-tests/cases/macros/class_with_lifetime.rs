//! An object lives as long as Python likes, so a class has no lifetime.
//! expect: error: a class cannot borrow

use owned::prelude::*;

#[class]
pub struct Tally<'a> {
    name: &'a str,
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
