//! Enums, of each kind.

use owned::enumeration;
use owned::prelude::*;

/// Python's own kind.
#[enumeration]
pub enum Colour {
    Red = 1,
    Blue = 2,
}

#[enumeration(IntEnum, rename_all = "UPPERCASE")]
pub enum Level {
    Low = -1,
    High = 10,
}

#[enumeration(StrEnum)]
pub enum Size {
    #[variant(value = "small")]
    Small,
    Large,
}

/// What may be done.
#[enumeration(IntFlag)]
pub enum Access {
    Read = 1,
    Write = 2,
}

/// A class with a value for each.
#[class]
#[derive(Clone, Copy)]
pub enum Shape {
    /// By its radius.
    Circle {
        radius: f64,
    },
    Rect(f64, f64),
}

#[methods]
impl Shape {
    fn area(&self, colour: Colour, level: Option<Level>) -> f64 {
        let _ = (colour, level);
        match self {
            Shape::Circle { radius } => radius * radius * 3.0,
            Shape::Rect(width, height) => width * height,
        }
    }

    fn access(&self, access: owned::Flags<Access>) -> owned::Flags<Access> {
        access
    }
}

/// A value that holds others of its kind.
#[class]
#[derive(Clone)]
pub enum Chain {
    Link(i64, Option<Box<Chain>>),
}

/// Without fields.
#[class(eq)]
#[derive(PartialEq)]
pub enum Mode {
    Fast,
    #[variant(name = "slowly")]
    Slow,
}
