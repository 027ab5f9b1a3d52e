//! What is in a cell may be taken out on any thread.
//! expect: error[E0080]: evaluation panicked: this is not `Send` and `Sync`

use owned::prelude::*;

#[class]
pub struct Tally {
    item: GcCell<std::marker::PhantomData<std::sync::MutexGuard<'static, ()>>>,
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
