//! A field in which the compiler sees a reference cannot be skipped.
//! expect: `owned::Py<owned::Any>` holds Python references

use owned::prelude::*;

#[class]
pub struct Tally {
    #[traverse(skip = "there is only one")]
    item: Py<Any>,
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
