//! What is not awaited is not forgotten.
//! expect: must be used

#![deny(unused_must_use)]

use owned::prelude::*;

/// Awaits its argument.
#[function]
pub async fn given(cx: Async, first: Kept<Any>) {
    cx.wait::<()>(|py| first.get(py));
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
