//! It is.

use owned::prelude::*;

/// Holds something.
#[class]
pub struct Holder {
    #[field(get)]
    #[hint("list[str]")]
    held: Option<Py<List>>,
}

#[owned::module]
mod hints {
    #[export]
    pub use super::Holder;
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, hints).map(drop))
}
