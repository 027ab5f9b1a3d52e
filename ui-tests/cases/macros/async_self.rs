//! An `async fn` does not borrow its object until it ends.
//! expect: error: an `async fn` cannot hold a borrow until it ends

use owned::prelude::*;

#[class]
pub struct Given {
    count: u64,
}

#[methods]
impl Given {
    async fn count(&self, cx: Async) -> Result<u64> {
        let _ = cx;
        Ok(self.count)
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
