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
    Tag, Violation, acquired, handles, intended, level, module_is_called, modules, quietly, rows, set_level,
    taken_back, unrecorded, violated, violations,
};

#[cfg(not(feature = "ledger"))]
mod off;
#[cfg(not(feature = "ledger"))]
pub(crate) use off::{Tag, acquired, module_is_called, taken_back};
