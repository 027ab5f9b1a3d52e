//! What every object can be asked and told. The questions that take a value of Rust are in `convert`.

mod attributes;
mod iterate;
mod numbers;
mod questions;
mod recursion;
mod sequence;
mod singletons;
mod text;

pub use attributes::Name;
pub use iterate::Items;
pub(crate) use iterate::Step;
pub use recursion::ReprGuard;
