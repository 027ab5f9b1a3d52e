//! Python calls one function, so it is not generic.
//! expect: error: an exported function cannot be generic

use owned::prelude::*;

#[owned::module]
mod tallies {
    #[function]
    fn size<T>(items: Vec<T>) -> usize {
        items.len()
    }
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
