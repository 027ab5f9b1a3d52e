//! Only Python can extend what Python completed.
//! expect: error[E0080]

use owned::prelude::*;

#[class(subclass, extends = "collections.abc:Sized")]
pub struct Shape {
    name: String,
}

#[class(extends = Shape)]
pub struct Circle {
    radius: f64,
}

#[owned::module]
mod shapes {
    #[export]
    pub use super::{Circle, Shape};
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, shapes).map(drop))
}
