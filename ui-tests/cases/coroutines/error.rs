//! An error, which holds a traceback, is not held across an `.await`.
//! expect: E0277
//! errors: 3, because rustc itself says which variable it is, and by which parts

use owned::prelude::*;

/// Awaits the second, and then fails as the first did.
#[function]
pub async fn given(cx: Async, first: Kept<Any>, second: Kept<Any>) -> Result<Kept<Any>> {
    let outcome: Result<Kept<Any>> = cx.wait(|py| first.get(py)).await;
    cx.wait::<()>(|py| second.get(py)).await?;
    outcome
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
