//! Only an `async fn` keeps in a table.
//! expect: error: a `Kept` is a place in the table of a coroutine

use owned::prelude::*;

/// Gives its argument back.
#[function]
pub fn given(object: Kept<Any>) -> Kept<Any> {
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
