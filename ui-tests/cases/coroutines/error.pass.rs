//! The table keeps it.

use owned::prelude::*;

/// Awaits the second, and then fails as the first did.
#[function]
pub async fn given(cx: Async, first: Kept<Any>, second: Kept<Any>) -> Result<Kept<Any>> {
    let outcome: Result<Kept<Any>> = cx.wait(|py| first.get(py)).await;
    let outcome = outcome.map_err(|error| cx.keep_error(error));
    cx.wait::<()>(|py| second.get(py)).await?;
    outcome.map_err(|error| cx.with(|py| error.into_error(py)))
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
