//! Floor 0: the C API, typed by ownership.
//!
//! Each reference that crosses the C API is *new*, *borrowed* or *stolen*; here those are three types, and a
//! wrapper's signature is its ownership rule. This is the only floor that names `pyo3_ffi`'s functions, that counts
//! references, and that knows Python versions.
#![expect(unsafe_code, reason = "calls the C API; every other floor reaches it through the wrappers of this one")]

mod api;
mod attached;
mod exception;
mod refs;
mod stack;
mod start;
pub(crate) mod structs;
mod types;

pub(crate) use api::*;
pub(crate) use attached::*;
pub(crate) use exception::*;
pub use refs::{BorrowedRef, PyObject};
pub(crate) use refs::{Failed, NewRef, StolenArg};
pub(crate) use stack::stack_is_nearly_full;
pub(crate) use start::initialize;

pub use types::ExceptionKind;
pub(crate) use types::*;
