//! A result that Python cannot be given is refused at the return type.
//! expect: E0277

use owned::prelude::*;

/// Gives nothing of Python's.
#[function]
pub async fn given() -> std::thread::Builder {
    std::thread::Builder::new()
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
