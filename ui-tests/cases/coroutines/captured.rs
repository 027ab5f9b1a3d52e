//! What an async block captures is held across its `.await`s.
//! expect: E0277

use owned::prelude::*;

/// A coroutine that gives `object`.
#[function]
pub fn given<'py>(py: Python<'py>, object: Py<Any>) -> Result<Owned<'py, Any>> {
    Async::coroutine(py, "given", |_| async move { object })
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
