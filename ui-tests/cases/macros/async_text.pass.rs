//! It owns it.

use owned::prelude::*;

/// The length of a text.
#[function]
pub async fn given(text: String) -> usize {
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
