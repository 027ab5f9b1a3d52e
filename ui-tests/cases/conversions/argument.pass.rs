//! An argument of a type that Python can pass.

use owned::prelude::*;

pub struct Limits;

#[owned::module]
mod tallies {
    #[function]
    fn set(limits: Vec<u64>) {
        drop(limits);
    }
}

fn main() -> Result<()> {
    Python::initialize();
    let _ = Limits;
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
