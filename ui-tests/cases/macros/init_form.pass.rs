//! It has.

use owned::prelude::*;

#[owned::module]
mod tallies {
    use owned::prelude::*;

    #[init]
    fn init(module: &Owned<'_, Any>) -> Result<()> {
        module.setattr("limit", 3)
    }
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
