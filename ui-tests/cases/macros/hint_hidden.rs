//! A hint is for a field that Python sees.
//! expect: error: a hint is for what Python sees: put `#[field(get)]` on the field, or leave the hint out

use owned::prelude::*;

/// Holds something.
#[class]
pub struct Holder {
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
