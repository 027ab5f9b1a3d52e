//! An enum that cannot be copied is to be taken out of its object.
//! expect: error[E0277]: `Tally` cannot be taken out of its Python object

use owned::prelude::*;

#[class]
pub enum Tally {
    Up(u64),
    Down,
}

#[owned::module]
mod tallies {
    #[export]
    pub use super::Tally;

    #[function]
    fn is_up(tally: super::Tally) -> bool {
        matches!(tally, super::Tally::Up(_))
    }
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
