//! An `async fn` has no token.
//! expect: error: an `async fn` runs when the call that has the token is over

use owned::prelude::*;

/// The length of a text.
#[function]
pub async fn given(
    py: Python<'_>,
) -> Result<usize> {
    Ok(Str::new(py, "text")?.len())
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
