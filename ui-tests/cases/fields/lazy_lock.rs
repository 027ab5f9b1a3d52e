//! What a function makes later, the collector cannot foresee.
//! expect: the collector cannot see into `LazyLock<owned::Py<owned::Any>>`

use owned::prelude::*;

#[class]
pub struct Tally {
    item: std::sync::LazyLock<Py<Any>>,
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
