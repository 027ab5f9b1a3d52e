//! It looks at it.

use owned::prelude::*;

#[class]
pub enum Tally {
    Up,
    Down,
}

#[methods]
impl Tally {
    fn is_up(&self) -> bool {
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
