//! A `Borrowed` has an owner elsewhere, so it cannot be a class's field.
//! expect: the collector cannot see into `owned::Borrowed<'_, 'static, owned::Any>`

use owned::prelude::*;

#[class]
pub struct Tally {
    item: Borrowed<'static, 'static, Any>,
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
