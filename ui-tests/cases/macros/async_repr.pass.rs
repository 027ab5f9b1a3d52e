//! One that it does await.

use owned::prelude::*;

#[class]
pub struct Given;

#[methods]
impl Given {
    async fn __call__(slf: Kept<Self>) -> &'static str {
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
