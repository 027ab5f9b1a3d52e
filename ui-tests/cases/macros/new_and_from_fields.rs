//! A class has two constructors.
//! expect: error[E0080]: evaluation panicked: `#[class(new)]` and `#[new]` exclude each other

use owned::prelude::*;

#[class(new)]
pub struct Tally {
    #[field(get)]
    count: u64,
}

#[methods]
impl Tally {
    #[new]
    fn new() -> Self {
        Tally { count: 0 }
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
