//! A method changes which variant an object is.
//! expect: error[E0080]: evaluation panicked: a value of an enum cannot change

use owned::prelude::*;

#[class]
pub enum Tally {
    Up(u64),
    Down,
}

#[methods]
impl Tally {
    fn flip(&mut self) {
        *self = Tally::Down;
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
