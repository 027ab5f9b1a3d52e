//! What is bound to a token does not leave the section that has the token.
//! expect: lifetime may not live long enough

use owned::prelude::*;

/// Gives its argument back.
#[function]
pub async fn given(cx: Async, first: Kept<Any>) -> Result<Kept<Any>> {
    let object = cx.with(|py| first.get(py))?;
    Ok(cx.keep(&object))
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
