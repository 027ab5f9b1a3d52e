//! Floor 0: what the debug mode hears of each handle. Nothing at all when the feature `ledger` is off.
//!
//! Every constructor of a handle calls [`acquired`], every release [`Tag::released`]. The [`Tag`] travels in the handle.

#[cfg(feature = "ledger")]
mod on;
#[cfg(feature = "ledger")]
pub(crate) use on::{Tag, acquired, rows, taken_back};

#[cfg(not(feature = "ledger"))]
mod off;
#[cfg(not(feature = "ledger"))]
pub(crate) use off::{Tag, acquired, taken_back};
