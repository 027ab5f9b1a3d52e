//! A variant borrows.
//! expect: error: a class cannot borrow

use owned::prelude::*;

#[class]
pub enum Tally<'a> {
    Up(&'a str),
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
