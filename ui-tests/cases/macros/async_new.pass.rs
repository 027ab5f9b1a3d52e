//! A plain one.

use owned::prelude::*;

#[class]
pub struct Given;

#[methods]
impl Given {
    #[new]
    fn new() -> Self {
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
