//! Nothing says which field of a union is alive.
//! expect: error: `Traverse` cannot be derived for a union

use owned::prelude::*;

#[derive(Traverse)]
pub union Kept {
    count: u64,
    limit: u64,
}

fn main() {
    Python::initialize();
    Python::attach(|py| assert!(py.none().is_none()));
}
