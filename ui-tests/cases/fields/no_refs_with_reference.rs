//! `NoRefs` is not derived for a type that holds a reference.
//! expect: `owned::Py<owned::Any>` is not known to be free of Python references

use owned::prelude::*;

#[derive(NoRefs)]
pub struct Kept {
    item: Py<Any>,
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
