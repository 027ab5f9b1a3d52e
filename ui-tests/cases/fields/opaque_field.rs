//! A field's `Opaque` does not hide a reference that the compiler sees.
//! expect: `Vec<owned::Py<owned::Any>>` holds Python references

use owned::prelude::*;

#[class]
pub struct Tally {
    item: Opaque<Vec<Py<Any>>>,
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
