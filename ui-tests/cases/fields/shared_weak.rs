//! A weak pointer of Rust shares what it points to.
//! expect: the collector cannot see into `std::sync::Weak<owned::Py<owned::Any>>`

use owned::prelude::*;

#[class]
pub struct Tally {
    item: std::sync::Weak<Py<Any>>,
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
