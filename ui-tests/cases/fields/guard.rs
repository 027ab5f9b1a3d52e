//! A guard borrows the object that it guards, so it cannot be a class's field.
//! expect: the collector cannot see into `owned::Ref<'_, Inner>`

use owned::prelude::*;

#[class]
pub struct Inner;

#[class]
pub struct Tally {
    inner: owned::Ref<'static, Inner>,
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
