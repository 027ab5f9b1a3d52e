//! One of everything that a module can have, for its stub file: `everything.pyi` is what `cargo owned stubs` writes.
#![allow(missing_docs, reason = "some say nothing, so that their stubs do not either")]

mod classes;
mod enums;
mod functions;
mod special;
mod values;

owned::create_exception! {
    /// Raised where everything is too much.
    pub TooMuch: owned::exceptions::ValueError
}

/// One of everything.
#[owned::module]
pub mod everything {
    #[export]
    pub use super::TooMuch;
    #[export]
    pub use crate::classes::{Base, Counter, Derived, Inner, Mapped, Mark, Outer, Point, Properties};
    #[export]
    pub use crate::enums::{Access, Chain, Colour, Level, Mode, Shape, Size};
    #[export]
    pub use crate::functions::{
        callback, coroutine, defaults, detached, hinted, keywords, nothing, positional, rest, returns_result,
        several_lines,
    };
    #[export]
    pub use crate::special::{Board, Buffer, Difference, Number, Sequence};
    #[export]
    pub use crate::values::{
        bytes, handles, maps, numbers, options, paths, sequences, sets, texts, times, tuples, user_types,
    };

    #[export(name = "answer")]
    pub const ANSWER: i64 = 42;
    /// What is said hello to.
    #[export]
    pub const GREETED: &str = "world";
    #[export]
    #[hint("list[str]")]
    pub const WORDS: [&str; 2] = ["a", "b"];

    /// A module in the module.
    #[module]
    pub mod inner {
        use owned::prelude::*;

        #[export]
        pub use crate::classes::Point;

        /// A point of the module around.
        #[function]
        fn origin() -> Point {
            Point { x: 0.0, y: 0.0 }
        }

        /// What is only here.
        #[class]
        pub struct Only {
            #[field(get)]
            point: Option<Py<Point>>,
        }
    }
}
