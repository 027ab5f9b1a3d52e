//! The classes.

use owned::prelude::*;

/// Two numbers.
#[class(subclass)]
pub struct Point {
    #[field(get, set)]
    x: f64,
    #[field(get)]
    y: f64,
}

#[methods]
impl Point {
    #[new]
    fn new(x: f64, y: f64) -> Self {
        Point { x, y }
    }

    fn norm(&self) -> f64 {
        self.x * self.x + self.y * self.y
    }

    #[signature(other, /)]
    fn plus(&self, other: Ref<'_, Point>) -> Point {
        Point { x: self.x + other.x, y: self.y + other.y }
    }
}

/// A reference.
#[class]
pub struct Holder {
    #[field(get, set)]
    value: Py<Any>,
}

#[methods]
impl Holder {
    #[new]
    fn new(value: Py<Any>) -> Self {
        Holder { value }
    }
}
