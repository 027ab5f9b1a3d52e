//! Floor 0: what the debug mode hears of each handle. Nothing at all when the feature `ledger` is off.
//!
//! Every constructor of a handle calls [`acquired`], every release [`Tag::released`]. The [`Tag`] travels in the handle.

mod handle;
mod level;
#[cfg(feature = "ledger")]
mod lives;

pub use handle::{Intended, LiveHandle};
pub use level::{Level, UnknownLevel};
#[cfg(feature = "ledger")]
pub(crate) use lives::{Death, Lives, Refusal};

#[cfg(feature = "ledger")]
mod on;
#[cfg(feature = "ledger")]
pub(crate) use on::{
    Tag, Violation, acquired, given, handles, intended, level, lives, memory_is_kept, module_is_called, modules,
    nothing_said, quietly, rows, seen, set_level, succeeded, taken_back, unrecorded, unwatch, used, violated,
    violations, watch, watches,
};

#[cfg(not(feature = "ledger"))]
mod off;
#[cfg(not(feature = "ledger"))]
pub(crate) use off::{
    Tag, acquired, given, memory_is_kept, module_is_called, nothing_said, succeeded, taken_back, used,
};
