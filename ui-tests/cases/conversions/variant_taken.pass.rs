//! It is looked at.

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
    fn is_up(tally: owned::Ref<'_, super::Tally>) -> bool {
        matches!(*tally, super::Tally::Up(_))
    }
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
