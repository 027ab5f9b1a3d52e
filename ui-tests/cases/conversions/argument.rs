//! A type that Python cannot pass is refused, with what can be.
//! expect: `Limits` cannot be taken from a Python object

use owned::prelude::*;

pub struct Limits;

#[owned::module]
mod tallies {
    #[function]
    fn set(limits: super::Limits) {
        drop(limits);
    }
}

fn main() -> Result<()> {
    Python::initialize();
    let _ = Limits;
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
