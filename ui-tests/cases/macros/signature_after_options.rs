//! Nothing follows `**kwargs`.
//! expect: error: nothing can follow `**options`

use owned::prelude::*;

#[owned::module]
mod tallies {
    use owned::prelude::*;

    #[function]
    #[signature(**options, limit)]
    fn count(options: Option<Owned<'_, Dict>>, limit: u64) -> u64 {
        limit + options.map_or(0, |options| options.len() as u64)
    }
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
