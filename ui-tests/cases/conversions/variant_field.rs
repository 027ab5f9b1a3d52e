//! A field of a variant is nothing that Python can pass.
//! expect: error[E0277]: `Step` cannot be taken from a Python object
//! errors: 2, because what Python cannot pass it cannot be given either

use owned::prelude::*;

#[derive(NoRefs)]
pub struct Step;

#[class]
pub enum Tally {
    Up(Step),
    Down,
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
