//! Two items of a module have two names.
//! expect: error: the module has two items named `count`

use owned::prelude::*;

#[owned::module]
mod tallies {
    #[function]
    fn count() -> u64 {
        3
    }

    #[function(name = "count")]
    fn sum() -> u64 {
        4
    }
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
