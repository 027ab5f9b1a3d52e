//! It gets one between two awaits.

use owned::prelude::*;

/// The length of a text.
#[function]
pub async fn given(
    cx: Async,
) -> Result<usize> {
    cx.with(|py| Ok(Str::new(py, "text")?.len()))
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
