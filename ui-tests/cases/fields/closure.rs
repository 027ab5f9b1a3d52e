//! What a boxed closure has captured, the collector cannot see.
//! expect: the collector cannot see into `dyn Fn() + Send + Sync`

use owned::prelude::*;

#[class]
pub struct Tally {
    on_limit: Box<dyn Fn() + Send + Sync>,
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
