//! The parameter can be seen into.

use owned::prelude::*;

#[derive(Traverse)]
pub enum Kept<T> {
    One(T),
    None,
}

#[class]
pub struct Tally {
    kept: Kept<Py<Any>>,
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
