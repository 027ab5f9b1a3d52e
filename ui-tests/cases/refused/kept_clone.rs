//! A place in a table is given up once.
//! expect: E0599

use owned::prelude::*;

/// Gives its argument back, twice.
#[function]
pub async fn given(object: Kept<Any>) -> (Kept<Any>, Kept<Any>) {
    (object.clone(), object)
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
