//! A number.

use owned::prelude::*;

/// Gives nothing of Python's.
#[function]
pub async fn given() -> u64 {
    5
}

#[owned::module]
mod waiting {
    #[export]
    pub use super::given;
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, waiting).map(drop))
}
