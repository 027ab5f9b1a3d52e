//! A method changes a value that everybody shares.
//! expect: error[E0080]: evaluation panicked: a value of an enum cannot change in Python

use owned::prelude::*;

#[class]
pub enum Tally {
    Up,
    Down,
}

#[methods]
impl Tally {
    fn is_up(&mut self) -> bool {
        matches!(self, Tally::Up)
    }
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
