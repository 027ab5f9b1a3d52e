//! An error that does not become a Python exception is refused.
//! expect: cannot be returned to Python

use owned::prelude::*;

pub struct Broken;

#[owned::module]
mod tallies {
    #[function]
    fn read() -> Result<u64, super::Broken> {
        Ok(3)
    }
}

fn main() -> Result<()> {
    Python::initialize();
    let _ = Broken;
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
