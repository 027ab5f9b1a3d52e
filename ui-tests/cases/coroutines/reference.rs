//! A reference to an object is not held across an `.await`.
//! expect: E0277
//! errors: 2, because rustc itself says which variable it is

use owned::prelude::*;

/// Awaits something, and gives what it had before.
#[function]
pub async fn given(cx: Async, first: Kept<Any>) -> Result<Py<Any>> {
    let held = cx.with(|py| first.take(py).map(Owned::unbind))?;
    cx.wait::<()>(|py| py.import("asyncio")?.call_method("sleep", (0,))).await?;
    Ok(held)
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
