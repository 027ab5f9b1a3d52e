//! What stays on its thread is not held across an `.await`.
//! expect: future cannot be sent between threads safely

use owned::prelude::*;
use std::rc::Rc;

/// Counts.
#[function]
pub async fn given() -> u64 {
    let count = Rc::new(5);
    std::future::ready(()).await;
    *count
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
