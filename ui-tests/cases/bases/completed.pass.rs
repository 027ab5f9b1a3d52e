//! It has no base in Python.

use owned::prelude::*;

#[class(subclass)]
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
