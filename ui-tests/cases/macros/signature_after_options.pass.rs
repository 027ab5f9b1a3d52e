//! Nothing does.

use owned::prelude::*;

#[owned::module]
mod tallies {
    use owned::prelude::*;

    #[function]
    #[signature(limit, **options)]
    fn count(limit: u64, options: Option<Owned<'_, Dict>>) -> u64 {
        limit + options.map_or(0, |options| options.len() as u64)
    }
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
