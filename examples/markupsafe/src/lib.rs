//! markupsafe's `_speedups`, whose one function replaces the five characters that mean something to HTML.
//!
//! It is one crate at every step of the way: with the feature `c` it adopts the extension of C, without it none is left;
//! with `escape` the function is Rust's.

#[cfg(feature = "escape")]
mod escape;

/// Faster than Python.
#[cfg_attr(feature = "c", owned::module(adopt))]
#[cfg_attr(not(feature = "c"), owned::module)]
pub mod _speedups {
    #[cfg(feature = "escape")]
    #[export]
    pub use crate::escape::_escape_inner;
}
