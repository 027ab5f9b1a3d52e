//! Nothing can be added to a type whose instances have no fixed size.
//! expect: error[E0277]: a class cannot extend `owned::types::Tuple`
//! errors: 2, because the class and the check that its base is not final both need one

use owned::prelude::*;

#[class(extends = Tuple)]
pub struct Circle {
    radius: f64,
}

#[owned::module]
mod shapes {
    #[export]
    pub use super::{Circle};
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, shapes).map(drop))
}
