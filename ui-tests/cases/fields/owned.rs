//! An `Owned` belongs to an attached section, so it cannot be a class's field.
//! expect: the collector cannot see into `owned::Owned<'static, owned::Any>`

use owned::prelude::*;

#[class]
pub struct Tally {
    item: Owned<'static, Any>,
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
