//! The collector sees into std's own containers.

use std::collections::HashMap;

use owned::prelude::*;

#[class]
pub struct Tally {
    items: HashMap<String, Vec<Option<Py<Any>>>>,
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
