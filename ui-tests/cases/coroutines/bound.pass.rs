//! It is kept there.

use owned::prelude::*;

/// Gives its argument back.
#[function]
pub async fn given(cx: Async, first: Kept<Any>) -> Result<Kept<Any>> {
    let object = cx.with(|py| first.get(py).map(|object| cx.keep(&object)))?;
    Ok(object)
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
