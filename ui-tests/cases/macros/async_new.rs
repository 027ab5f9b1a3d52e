//! A constructor is not async.
//! expect: error: `#[new]` gives its result at once

use owned::prelude::*;

#[class]
pub struct Given;

#[methods]
impl Given {
    #[new]
    async fn new() -> Self {
        Given
    }
}

#[owned::module]
mod waiting {
    #[export]
    pub use super::Given;
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, waiting).map(drop))
}
