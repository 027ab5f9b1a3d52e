//! `_lru`: the extension module of the package lru-dict, in Rust.
//!
//! [`Lru`] is the class that Python sees. What it remembers is a [`table`]; how a key is found in one, although the keys'
//! own `__eq__` may change it meanwhile, is in [`lookup`].

mod arguments;
mod index;
mod lookup;
mod lru;
mod ring;
mod steps;
mod table;

/// A dict of limited size that forgets what was used least recently.
#[owned::module]
pub mod _lru {
    #[export]
    pub use crate::lru::LRU;
}
