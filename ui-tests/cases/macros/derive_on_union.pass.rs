//! An enum says it.

use owned::prelude::*;

#[derive(Traverse)]
pub enum Kept {
    Count(u64),
    Limit(u64),
}

fn main() {
    Python::initialize();
    Python::attach(|py| assert!(py.none().is_none()));
}
