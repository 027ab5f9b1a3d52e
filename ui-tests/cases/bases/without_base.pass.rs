//! It is.

use owned::prelude::*;

#[class(subclass)]
pub struct Shape {
    name: String,
}

#[class(extends = Shape)]
pub struct Circle {
    radius: f64,
}

#[methods]
impl Circle {
    #[new]
    fn new(radius: f64) -> owned::Extended<Shape, Circle> {
        owned::Extended::new(Shape { name: String::new() }, Circle { radius })
    }
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
