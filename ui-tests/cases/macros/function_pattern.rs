//! A parameter has a name, which Python knows.
//! expect: error: a parameter needs a name

use owned::prelude::*;

#[owned::module]
mod tallies {
    #[function]
    fn add((a, b): (u64, u64)) -> u64 {
        a + b
    }
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
