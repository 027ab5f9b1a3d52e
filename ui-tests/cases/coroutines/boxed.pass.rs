//! The author says that it holds none.

use owned::prelude::*;
use std::panic::AssertUnwindSafe;
use std::pin::Pin;

/// Waits for a future that it knows nothing of.
#[function]
pub async fn given() -> u64 {
    AssertUnwindSafe(hidden()).await
}

fn hidden() -> Pin<Box<dyn Future<Output = u64> + Send>> {
    Box::pin(async { 5 })
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
