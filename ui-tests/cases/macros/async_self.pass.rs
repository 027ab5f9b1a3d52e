//! It borrows between two awaits.

use owned::prelude::*;

#[class]
pub struct Given {
    count: u64,
}

#[methods]
impl Given {
    async fn count(slf: Kept<Self>, cx: Async) -> Result<u64> {
        cx.with(|py| Ok(slf.get(py)?.borrow()?.count))
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
