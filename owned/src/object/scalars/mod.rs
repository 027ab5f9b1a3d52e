//! Numbers, `bool`, and the objects of which there is one: all of them immutable.

mod bool;
mod complex;
mod float;
mod int;
mod singletons;

pub use self::bool::Bool;
pub use complex::Complex;
pub use float::Float;
pub use int::Int;
pub use singletons::{Ellipsis, NoneType, NotImplemented};
