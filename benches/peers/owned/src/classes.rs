//! The classes.

use owned::prelude::*;

/// Two numbers.
#[class(subclass)]
pub struct Point {
    #[field(get, set)]
    x: AtomicCell<f64>,
    #[field(get)]
    y: f64,
}

#[methods]
impl Point {
    #[new]
    fn new(x: f64, y: f64) -> Self {
        Point { x: x.into(), y }
    }

    fn norm(&self) -> f64 {
        let x = self.x.get();
        x * x + self.y * self.y
    }

    #[signature(other, /)]
    fn plus(&self, other: Ref<'_, Point>) -> Point {
        Point { x: (self.x.get() + other.x.get()).into(), y: self.y + other.y }
    }
}

/// A reference.
#[class]
pub struct Holder {
    #[field(get, set)]
    value: Slot,
}

#[methods]
impl Holder {
    #[new]
    fn new(value: Py<Any>) -> Self {
        Holder { value: value.into() }
    }
}
