//! Classes with and without the collector's header, for each reason that there is.

use owned::prelude::*;
use owned::{Extended, GcCell};

/// Two numbers, of which one can change.
#[class(subclass, weakref)]
pub struct Point {
    #[field(get, set)]
    pub x: i64,
    #[field(get)]
    pub y: i64,
}

#[methods]
impl Point {
    #[classattr]
    const LIMIT: i64 = 7;

    #[new]
    #[signature(x, y = 2)]
    fn new(x: i64, y: i64) -> Result<Self> {
        if x < 0 {
            return Err(ValueError::new("x is negative"));
        }
        Ok(Point { x, y })
    }

    fn plus(&self, other: Ref<'_, Point>) -> Point {
        Point { x: self.x + other.x, y: self.y + other.y }
    }

    fn pair(&self) -> Pair {
        Pair { x: self.x, y: self.y }
    }

    fn keep(&self, object: Py<Any>) -> Holder {
        Holder { kept: Some(object) }
    }

    fn during(&self, call: Borrowed<'_, '_, Callable>) -> Result<()> {
        call.call(()).map(drop)
    }

    fn change(&mut self, call: Borrowed<'_, '_, Callable>) -> Result<()> {
        call.call(()).map(drop)
    }
}

/// Two numbers that cannot change.
#[class(new, eq, hash, repr)]
#[derive(PartialEq, Eq, Hash)]
pub struct Pair {
    #[field(get)]
    x: i64,
    #[field(get)]
    y: i64,
}

/// Over a class without a header, another number.
#[class(extends = Point)]
pub struct Third {
    #[field(get)]
    z: f64,
}

#[methods]
impl Third {
    #[new]
    fn new(x: i64, y: i64, z: f64) -> Extended<Point, Third> {
        Extended::new(Point { x, y }, Third { z })
    }
}

/// Over a class without a header, something that needs one.
#[class(extends = Point, subclass)]
pub struct Named {
    #[field(get, set)]
    name: Option<Py<Any>>,
}

#[methods]
impl Named {
    #[new]
    fn new(x: i64) -> Extended<Point, Named> {
        Extended::new(Point { x, y: 0 }, Named { name: None })
    }
}

/// It holds a reference.
#[class(weakref)]
pub struct Holder {
    #[field(get, set)]
    kept: Option<Py<Any>>,
}

#[methods]
impl Holder {
    #[new]
    fn new() -> Self {
        Holder { kept: None }
    }
}

/// It holds one in a cell.
#[class]
#[derive(Default)]
pub struct Celled {
    cell: GcCell<Option<Py<Any>>>,
}

#[methods]
impl Celled {
    #[new]
    fn new() -> Self {
        Celled::default()
    }

    fn put(&self, py: Python<'_>, value: Py<Any>) -> Result<()> {
        self.cell.replace(py, Some(value)).map(drop)
    }
}

/// A type of the user's in which there may be one.
#[derive(Traverse)]
pub struct Nested {
    number: u8,
    object: Option<Py<Any>>,
}

/// Plain data of the user's.
#[derive(NoRefs)]
pub struct Plain {
    number: u8,
    names: Vec<Option<String>>,
}

/// A field of each kind.
#[class(new)]
pub struct Deep {
    #[field(init = Nested { number: 0, object: None })]
    nested: Nested,
}

/// It has a `__dict__`.
#[class(new, dict)]
pub struct WithDict {
    #[field(default = 0)]
    number: i64,
}

/// Plain data in containers, which Rust code lets go of, and a field that is skipped.
#[class(subclass)]
pub struct Texts {
    #[field(get)]
    text: String,
    plain: Plain,
    #[traverse(skip = "an atomic")]
    shared: std::sync::Arc<std::sync::atomic::AtomicI64>,
}

#[methods]
impl Texts {
    #[new]
    fn new(text: String) -> Self {
        let plain = Plain { number: 1, names: vec![Some(text.clone())] };
        Texts { text, plain, shared: std::sync::Arc::default() }
    }

    fn count(&self) -> i64 {
        let shared = self.shared.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        shared + i64::from(self.plain.number) + self.plain.names.len() as i64
    }
}

/// A list of instances is an attribute of the class.
#[class]
pub struct Registered {
    #[field(get)]
    number: i64,
}

#[methods]
impl Registered {
    #[new]
    fn new(number: i64) -> Self {
        Registered { number }
    }

    #[classattr]
    fn instances() -> Vec<Registered> {
        vec![Registered { number: 1 }]
    }
}

/// One instance is an attribute.
#[class]
pub struct Zero {
    #[field(get)]
    number: i64,
}

#[methods]
impl Zero {
    #[classattr]
    const ZERO: Zero = Zero { number: 0 };
}

/// Its values are attributes.
#[class(eq)]
#[derive(Clone, Copy, PartialEq)]
pub enum Colour {
    /// One.
    Red,
    /// The other.
    Green,
}

/// It has a `__del__`.
#[class(new)]
pub struct Finalized {
    #[field(default = 0)]
    number: i64,
}

#[methods]
impl Finalized {
    fn __del__(&self) {
        let _ = self.number;
    }
}

/// Over a type of the interpreter.
#[class(extends = Dict)]
pub struct Counted {
    #[field(get)]
    number: i64,
}

#[methods]
impl Counted {
    #[new]
    fn new() -> Self {
        Counted { number: 0 }
    }
}

/// With an `__init__`.
#[class(subclass)]
pub struct Started {
    #[field(get, set)]
    started: i64,
}

#[methods]
impl Started {
    #[new]
    fn new(_number: i64) -> Self {
        Started { started: 0 }
    }

    fn __init__(&mut self, number: i64) {
        self.started += number;
    }
}

/// Over a class with an `__init__`.
#[class(extends = Started)]
pub struct Inherits {
    #[field(get)]
    own: i64,
}

#[methods]
impl Inherits {
    #[new]
    fn new(number: i64) -> Extended<Started, Inherits> {
        Extended::new(Started { started: 0 }, Inherits { own: number })
    }
}

/// It has a metaclass of its own.
#[class(new)]
pub struct Census {
    #[field(get)]
    number: i64,
}

#[methods]
impl Census {
    #[staticgetter]
    fn total() -> i64 {
        3
    }
}

/// An enum with fields, all plain.
#[class]
pub enum Shape {
    Circle { radius: f64 },
    Nothing,
}

#[owned::module]
pub mod headers {
    #[export]
    pub use super::{
        Celled, Census, Colour, Counted, Deep, Finalized, Holder, Inherits, Named, Pair, Point, Registered, Shape,
        Started, Texts, Third, WithDict, Zero,
    };
}
