//! A special method that Python does not await is not async.
//! expect: error: `__repr__` gives its result at once

use owned::prelude::*;

#[class]
pub struct Given;

#[methods]
impl Given {
    async fn __repr__(slf: Kept<Self>) -> &'static str {
        drop(slf);
        "Given"
    }
}

#[owned::module]
mod waiting {
    #[export]
    pub use super::Given;
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, waiting).map(drop))
}
