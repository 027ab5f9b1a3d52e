//! It is kept at another place.

use owned::prelude::*;

/// Gives its argument back, twice.
#[function]
pub async fn given(cx: Async, object: Kept<Any>) -> Result<(Kept<Any>, Kept<Any>)> {
    Ok((cx.with(|py| Ok::<_, PyErr>(cx.keep(&object.get(py)?)))?, object))
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
