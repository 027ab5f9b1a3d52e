//! An `Rc` hides who else owns the reference, and cannot change threads.
//! expect: the collector cannot see into `Rc<owned::Py<owned::Any>>`

use owned::prelude::*;

#[class]
pub struct Tally {
    item: std::rc::Rc<Py<Any>>,
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
