//! A container of what hides references hides them too.
//! expect: the collector cannot see into `std::sync::Mutex<owned::Py<owned::Any>>`

use std::collections::HashMap;

use owned::prelude::*;

#[class]
pub struct Tally {
    items: HashMap<String, Vec<std::sync::Mutex<Py<Any>>>>,
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
