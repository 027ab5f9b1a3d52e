//! It is awaited.

#![deny(unused_must_use)]

use owned::prelude::*;

/// Awaits its argument.
#[function]
pub async fn given(cx: Async, first: Kept<Any>) -> Result<()> {
    cx.wait::<()>(|py| first.get(py)).await
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
