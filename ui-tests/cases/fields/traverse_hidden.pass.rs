//! Every field can be seen into.

use owned::prelude::*;

#[derive(Traverse)]
pub struct Kept {
    item: Box<Py<Any>>,
}

#[class]
pub struct Tally {
    kept: Kept,
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
