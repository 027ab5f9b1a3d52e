//! A future that hides what it holds is not believed to hold no reference.
//! expect: E0277
//! errors: 2, because rustc itself says which variable it is

use owned::prelude::*;
use std::pin::Pin;

/// Waits for a future that it knows nothing of.
#[function]
pub async fn given() -> u64 {
    hidden().await
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
