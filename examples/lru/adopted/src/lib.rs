//! lru-dict's extension of C, adopted.
//!
//! Without features this is the first stage: C's init makes the module, and nothing else is Rust. With the feature of a
//! method, that method is Rust, on C's own struct; what is not taken over stays C's, and both work on the same objects.

#[cfg(feature = "class")]
mod lru;
#[cfg(feature = "class")]
mod node;

/// Nothing of its own yet.
#[cfg(not(feature = "class"))]
#[owned::module(adopt)]
pub mod _lru {}

/// C's class, with methods of Rust's.
#[cfg(feature = "class")]
#[owned::module(adopt)]
pub mod _lru {
    #[export]
    pub use crate::lru::LRU;
    #[export]
    pub use crate::node::Node;
}
