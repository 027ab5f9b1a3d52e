//! A field of a variant hides a reference.
//! expect: the collector cannot see into `Rc<owned::Py<owned::Any>>`
//! errors: 2, because it cannot be a parameter either

use owned::prelude::*;

#[class]
pub enum Tally {
    Up(std::rc::Rc<Py<Any>>),
    Down,
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
