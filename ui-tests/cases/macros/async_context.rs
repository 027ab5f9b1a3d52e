//! Only an `async fn` gets its coroutine.
//! expect: error: `Async` is what an `async fn` gets

use owned::prelude::*;

/// Counts.
#[function]
pub fn given(_cx: Async) -> u64 {
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
