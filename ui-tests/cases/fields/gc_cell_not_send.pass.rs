//! The field can go to another thread.

use owned::prelude::*;

#[class]
pub struct Tally {
    item: GcCell<std::marker::PhantomData<u8>>,
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
