//! Classes: constructors, methods, properties, bases.

use owned::prelude::*;

/// A point.
///
/// It has two coordinates.
#[class(new, eq, ord, hash, repr)]
#[derive(Clone, Copy, PartialEq, PartialOrd)]
pub struct Point {
    /// To the right.
    #[field(get)]
    pub x: f64,
    /// Upwards.
    #[field(get, default = 0.0)]
    pub y: f64,
}

impl std::hash::Hash for Point {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        (self.x.to_bits(), self.y.to_bits()).hash(state);
    }
}

/// Its fields change in place.
#[class]
pub struct Mark {
    #[field(get, set)]
    x: AtomicCell<f64>,
    /// Anything.
    #[field(get, set)]
    element: Slot,
    #[field(get)]
    first: Slot,
}

#[methods]
impl Mark {
    #[new]
    fn new(x: f64, first: Py<Any>) -> Self {
        Mark { x: x.into(), element: Slot::empty(), first: first.into() }
    }
}

#[class]
pub struct Properties {
    /// Read and written.
    #[field(get, set)]
    count: u64,
    #[field(get, name = "called")]
    name: String,
    #[field(get, set)]
    #[hint("collections.abc.Callable[[int], None] | None")]
    on_change: Option<Py<Callable>>,
}

#[methods]
impl Properties {
    /// Of what nothing can be made without.
    #[new]
    #[signature(name, *, count = 0)]
    fn new(name: String, count: u64) -> Self {
        Properties { count, name, on_change: None }
    }

    /// Twice the count.
    #[getter]
    fn double(&self) -> u64 {
        2 * self.count
    }

    #[setter]
    fn set_double(&mut self, double: u64) {
        self.count = double / 2;
    }

    #[deleter]
    fn delete_double(&mut self) {
        self.count = 0;
    }

    #[classattr]
    const LIMIT: u64 = 100;

    /// One that is computed.
    #[classattr]
    fn origin() -> Point {
        Point { x: 0.0, y: 0.0 }
    }

    #[staticmethod]
    fn add(a: i64, b: i64) -> i64 {
        a + b
    }

    #[classmethod]
    fn named(class: Borrowed<'_, '_, Type>, name: String) -> Self {
        let _ = class;
        Properties { count: 0, name, on_change: None }
    }

    #[method(overload)]
    fn scale(&self, factor: i64) -> i64 {
        factor
    }

    /// By a text.
    #[method(name = "scale", overload)]
    fn scale_by(&self, factor: &str) -> String {
        factor.to_owned()
    }

    /// What has the name of a built-in type.
    fn list(&self) -> Vec<i64> {
        Vec::new()
    }

    async fn later(slf: Kept<Self>) -> i64 {
        drop(slf);
        3
    }
}

/// Python may go on from here.
#[class(subclass, dict, weakref)]
pub struct Base {}

#[methods]
impl Base {
    #[new]
    fn new() -> Self {
        Base {}
    }

    fn itself<'py>(slf: Borrowed<'_, 'py, Self>) -> Owned<'py, Self> {
        slf.to_owned()
    }
}

#[class(extends = Base)]
pub struct Derived {
    #[field(get)]
    more: i64,
}

#[methods]
impl Derived {
    #[new]
    fn new(more: i64) -> owned::Extended<Base, Self> {
        owned::Extended::new(Base {}, Derived { more })
    }
}

/// A mapping of Python's kind.
#[class(extends = "collections.abc:Mapping")]
pub struct Mapped {}

#[methods]
impl Mapped {
    #[new]
    fn new() -> Self {
        Mapped {}
    }

    fn __len__(&self) -> usize {
        0
    }

    fn __getitem__(&self, key: &str) -> Result<i64> {
        Err(KeyError::new(key.to_owned()))
    }

    fn __iter__(&self) -> Counter {
        Counter { next: 0 }
    }
}

#[class]
pub struct Outer {}

#[class(nested_in = Outer)]
pub struct Inner {
    #[field(get)]
    depth: u8,
}

#[methods]
impl Outer {
    #[new]
    fn new() -> Self {
        Outer {}
    }

    fn inner(&self) -> Inner {
        Inner { depth: 1 }
    }
}

/// Counts.
#[class]
pub struct Counter {
    next: i64,
}

#[methods]
impl Counter {
    fn __iter__<'py>(slf: Borrowed<'_, 'py, Self>) -> Owned<'py, Self> {
        slf.to_owned()
    }

    fn __next__(&mut self) -> Option<i64> {
        self.next += 1;
        (self.next < 10).then_some(self.next)
    }
}
