//! A type of one's own that holds references says so before it is a class's field.
//! expect: the collector cannot see into `Handlers`

use owned::prelude::*;

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
