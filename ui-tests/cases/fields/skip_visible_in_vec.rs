//! A container in which the compiler sees a reference cannot be skipped.
//! expect: `Vec<owned::Py<owned::Any>>` holds Python references

use owned::prelude::*;

#[class]
pub struct Tally {
    #[traverse(skip = "they live elsewhere")]
    items: Vec<Py<Any>>,
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
