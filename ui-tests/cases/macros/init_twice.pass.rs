//! It has.

use owned::prelude::*;

#[owned::module]
mod tallies {
    use owned::prelude::*;

    #[init]
    fn first(_module: &Owned<'_, Any>) -> Result<()> {
        Ok(())
    }

    #[allow(dead_code)]
    fn second(_module: &Owned<'_, Any>) -> Result<()> {
        Ok(())
    }
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
