//! An argument of an `async fn` does not hide from the collector.
//! expect: error: the collector cannot see a `Py` in an `async fn`

use owned::prelude::*;

/// Gives its argument back.
#[function]
pub async fn given(object: Py<Any>) -> Py<Any> {
    object
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
