//! It is one.

use owned::prelude::*;

/// Counts.
#[function]
pub async fn given(_cx: Async) -> u64 {
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
