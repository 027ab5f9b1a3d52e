//! What `#[class]` makes of an enum, and of fields.

/// A colour.
#[class(rename_all = "UPPERCASE")]
pub enum Colour {
    Red,
    Green = 5,
}

/// A shape.
#[class(eq)]
pub enum Shape {
    /// Round.
    Circle { radius: f64 },
    Rect(Box<f64>, #[field(name = "height", default = 1.0)] f64),
    Empty,
}

/// A point.
#[class(new, eq, repr)]
pub struct Point {
    #[field(get)]
    x: f64,
    #[field(get, default = 1.0)]
    y: f64,
}

/// What may be done.
#[enumeration(IntFlag)]
pub enum Access {
    Read = 1,
    Write = 2,
}
