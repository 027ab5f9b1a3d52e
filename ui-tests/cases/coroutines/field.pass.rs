//! A reference of its own, which the collector sees.

use owned::prelude::*;

/// Has what a coroutine keeps.
#[class]
pub struct Given {
    object: Py<Any>,
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
