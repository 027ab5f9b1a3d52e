//! A generic type that is visited is visited only with what can be.
//! expect: the collector cannot see into `Arc<owned::Py<owned::Any>>`

use owned::prelude::*;

#[derive(Traverse)]
pub enum Kept<T> {
    One(T),
    None,
}

#[class]
pub struct Tally {
    kept: Kept<std::sync::Arc<Py<Any>>>,
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
