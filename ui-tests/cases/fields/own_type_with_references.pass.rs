//! The type derives `Traverse`: the collector sees into it.

use owned::prelude::*;

#[derive(Traverse)]
pub struct Handlers {
    on_limit: Option<Py<Callable>>,
}

#[class]
pub struct Tally {
    handlers: Handlers,
}

#[owned::module]
mod tallies {
    #[export]
    pub use super::Tally;
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
