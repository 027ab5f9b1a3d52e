//! A slot is seen into where the struct owns it, and nowhere else.
//! expect: the collector cannot see into `Arc<owned::Slot>`

use owned::prelude::*;

#[class]
pub struct Tally {
    item: std::sync::Arc<Slot>,
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
