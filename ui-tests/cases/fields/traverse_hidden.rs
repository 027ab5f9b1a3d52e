//! `Traverse` is not derived for a type with a field that hides references.
//! expect: the collector cannot see into `Arc<owned::Py<owned::Any>>`

use owned::prelude::*;

#[derive(Traverse)]
pub struct Kept {
    item: std::sync::Arc<Py<Any>>,
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
