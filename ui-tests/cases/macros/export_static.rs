//! What is exported is a `use` or a constant.
//! expect: error: `#[export]` goes on a `pub use` or a `const`

use owned::prelude::*;

#[owned::module]
mod tallies {
    #[export]
    pub static LIMIT: u64 = 3;
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
