//! A place in the table of a coroutine is no field of a class.
//! expect: E0277

use owned::prelude::*;

/// Has what a coroutine keeps.
#[class]
pub struct Given {
    object: Kept<Any>,
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
