//! It is a place in the table.

use owned::prelude::*;

/// A coroutine that gives `object`.
#[function]
pub fn given<'py>(py: Python<'py>, object: Py<Any>) -> Result<Owned<'py, Any>> {
    Async::coroutine(py, "given", |cx| {
        let object = cx.keep(&object.into_bound(py));
        async move { object }
    })
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
