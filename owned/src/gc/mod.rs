//! Floor 6: what the collector is shown. A reference that it cannot see is a cycle that it cannot free.

#[cfg(feature = "callbacks")]
mod action;
mod atomic;
#[cfg(feature = "buffers")]
mod buffer;
#[cfg(feature = "callbacks")]
mod callback;
mod cell;
#[cfg(any(
    feature = "bytes",
    feature = "chrono",
    feature = "indexmap",
    feature = "jiff",
    feature = "num-bigint",
    feature = "num-complex",
    feature = "rust_decimal",
    feature = "serde",
    feature = "smallvec",
    feature = "uuid"
))]
mod crates;
mod lazy;
mod no_refs;
mod py_weak;
mod quiet;
mod slot;
mod traverse;

#[cfg(feature = "callbacks")]
pub use action::Action;
pub use atomic::{Atomic, AtomicCell};
#[cfg(feature = "callbacks")]
pub use callback::Callback;
pub use cell::GcCell;
pub use no_refs::{MayHold, NoRefs, Opaque, Unknown, assert_field_no_refs, assert_no_visible_references};
pub use py_weak::PyWeak;
pub use quiet::{AnyDrop, DropOf, NoOwnDrop, OwnDrop};
pub use slot::Slot;
pub use traverse::{Stop, Traverse, Visited, Visitor};
