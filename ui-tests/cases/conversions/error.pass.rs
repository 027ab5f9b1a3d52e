//! An error of the standard library becomes a Python exception.

use owned::prelude::*;

pub struct Broken;

#[owned::module]
mod tallies {
    #[function]
    fn read() -> Result<u64, std::io::Error> {
        Ok(3)
    }
}

fn main() -> Result<()> {
    Python::initialize();
    let _ = Broken;
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
