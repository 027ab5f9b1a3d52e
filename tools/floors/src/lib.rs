//! Holds the floors of `owned`: a module uses its own folder and the floors below it, never one above, nor a
//! neighbour on its own floor.
//!
//! The sources are read as tokens, not as items: a path inside a macro call or a macro's definition is seen like any
//! other. What would hide a path (an alias of the root, `#[path]`, `#[macro_use]`, `include!`) is refused.
//! What is compiled for tests alone is exempt.
//!
//! And holds that what is public shows how it is used, [`without_example`], and that the examples can be compiled
//! together: [`clashing_modules`].

mod attribute;
mod check;
mod examples;
mod merged;
mod path;
mod source;
mod table;
mod walk;

pub use check::{Violation, check};
pub use examples::without_example;
pub use merged::clashing_modules;
pub use source::{Source, read};
