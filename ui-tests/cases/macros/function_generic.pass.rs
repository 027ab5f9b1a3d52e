//! The type is written out.

use owned::prelude::*;

#[owned::module]
mod tallies {
    #[function]
    fn size(items: Vec<u64>) -> usize {
        items.len()
    }
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
