//! `#[init]` has its form.
//! expect: error: `#[init]` has the form

use owned::prelude::*;

#[owned::module]
mod tallies {
    use owned::prelude::*;

    #[init]
    fn init(module: &Owned<'_, Any>, name: &str) -> Result<()> {
        module.setattr(name, 3)
    }
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
