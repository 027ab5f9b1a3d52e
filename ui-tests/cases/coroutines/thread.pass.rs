//! It can go to another thread.

use owned::prelude::*;
use std::sync::Arc;

/// Counts.
#[function]
pub async fn given() -> u64 {
    let count = Arc::new(5);
    std::future::ready(()).await;
    *count
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
