//! An `async fn` does not borrow an argument.
//! expect: error: an `async fn` runs when the call that lends this is over

use owned::prelude::*;

/// The length of a text.
#[function]
pub async fn given(text: &str) -> usize {
    text.len()
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
