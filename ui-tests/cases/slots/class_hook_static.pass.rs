//! It does.

use owned::prelude::*;

#[class]
pub struct Tally {
    count: u64,
}

#[methods]
impl Tally {
    fn __init_subclass__(class: Borrowed<'_, '_, Type>) -> Result<()> {
        class.setattr("x", 1)
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
