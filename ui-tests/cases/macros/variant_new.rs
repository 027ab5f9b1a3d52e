//! An enum that is made by its variants has a constructor.
//! expect: error[E0080]: evaluation panicked: `Tally` is made by its variants
//! elsewhere: what the block fills is known to the enum, which is what cannot be made

use owned::prelude::*;

#[class]
pub enum Tally {
    Up(u64),
    Down,
}

#[methods]
impl Tally {
    #[new]
    fn once() -> Self {
        Tally::Up(1)
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
