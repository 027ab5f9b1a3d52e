//! What Python asks of a metaclass cannot be a method of a class.
//! expect: error: `__prepare__` is asked of a metaclass, for the namespace of a `class` statement: a class of Rust is none

use owned::prelude::*;

#[class]
pub struct Tally {
    count: u64,
}

#[methods]
impl Tally {
    fn __prepare__(&self, _name: String) -> u64 {
        self.count
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
