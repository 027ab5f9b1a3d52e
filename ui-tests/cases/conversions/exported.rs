//! What a module exports is a class, a function or a constant.
//! expect: no associated item named `__OWNED_ITEM` found for struct `Limits`

use owned::prelude::*;

pub struct Limits;

#[owned::module]
mod tallies {
    #[export]
    pub use super::Limits;
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
