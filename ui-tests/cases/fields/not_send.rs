//! Python moves objects between threads, so a class's fields can be sent.
//! expect: error[E0080]: evaluation panicked: this is not `Send` and `Sync`

use owned::prelude::*;

#[class]
pub struct Tally {
    #[traverse(skip = "a number")]
    count: std::sync::MutexGuard<'static, u64>,
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
