//! It is taken out of the table after the last `.await`.

use owned::prelude::*;

/// Awaits something, and gives what it had before.
#[function]
pub async fn given(cx: Async, first: Kept<Any>) -> Result<Py<Any>> {
    cx.wait::<()>(|py| py.import("asyncio")?.call_method("sleep", (0,))).await?;
    let held = cx.with(|py| first.take(py).map(Owned::unbind))?;
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
