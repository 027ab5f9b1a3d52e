//! It is one.

use owned::prelude::*;

/// Gives its argument back.
#[function]
pub async fn given(object: Kept<Any>) -> Kept<Any> {
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
