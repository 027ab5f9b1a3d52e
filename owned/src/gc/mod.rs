//! Floor 6: what the collector is shown. A reference that it cannot see is a cycle that it cannot free.

mod no_refs;
mod traverse;

pub use no_refs::{NoRefs, Opaque, assert_field_no_refs, assert_no_visible_references};
pub use traverse::{Stop, Traverse, Visited, Visitor};
