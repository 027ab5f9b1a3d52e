//! Floor 0: what the debug mode hears of each handle. Nothing at all when the feature `ledger` is off.
//!
//! Every constructor of a handle calls [`acquired`], every release [`Tag::released`]. The [`Tag`] travels in the handle.

mod handle;
mod level;

pub use handle::{Intended, LiveHandle};
pub use level::{Level, UnknownLevel};

#[cfg(feature = "ledger")]
mod on;
#[cfg(feature = "ledger")]
pub(crate) use on::{
    Tag, Violation, acquired, given, handles, intended, level, module_is_called, modules, nothing_said, quietly, rows,
    set_level, succeeded, taken_back, unrecorded, used, violated, violations,
};

#[cfg(not(feature = "ledger"))]
mod off;
#[cfg(not(feature = "ledger"))]
pub(crate) use off::{Tag, acquired, given, module_is_called, nothing_said, succeeded, taken_back, used};
