//! The special methods: what the type's slots call, and what its dict shows.
//!
//! The macros make of each special method a type of no size that implements the trait of its shape; what C calls is
//! written here, once for each shape. Some slots serve two methods (`__add__` and `__radd__`, `__setitem__` and
//! `__delitem__`): each method is an entry of its own in the table, and the function that C calls finds both there, in a
//! constant.
#![expect(unsafe_code, reason = "lends what C passes")]

mod attributes;
#[cfg(feature = "buffers")]
mod buffers;
mod containers;
mod descriptors;
#[cfg(feature = "adopt")]
mod halves;
mod lifecycle;
mod objects;
mod operators;
mod pairs;
mod power;
mod table;

#[cfg(feature = "buffers")]
pub use buffers::Export;
pub use containers::{Binary, Contains, Len};
pub use descriptors::DescriptorGet;
#[cfg(feature = "adopt")]
pub(super) use halves::half;
pub use lifecycle::Finalize;
pub(super) use lifecycle::{finalizes, survives};
pub(super) use objects::identity_hash;
pub use objects::{Compare, Hash, Next, Truth, Unary};
pub use operators::Operator;
pub use pairs::{Erase, Store};
pub use power::Power;
pub use table::Slot;
pub(super) use table::{Special, add_methods, answers_equality, fill, have, init, is_filled, vectorcall};

use core::slice;

use crate::err::{Result, TypeError};
use crate::ptr::{Any, Borrowed, Owned};
use crate::raw::PyObject;
use crate::token::Python;

/// What C passes beside the object.
///
/// # Safety
/// `operand` is a live object for `'a`.
unsafe fn lend<'a, 'py>(py: Python<'py>, operand: *mut PyObject) -> Borrowed<'a, 'py, Any> {
    // SAFETY: the caller's.
    unsafe { Borrowed::from_ptr(py, operand) }.expect("Python passes an operand")
}

/// As [`lend`]; what C leaves out is `None`.
///
/// # Safety
/// `operand` is NULL or a live object for `'a`.
unsafe fn lend_or<'a, 'py>(none: &'a Owned<'py, Any>, operand: *mut PyObject) -> Borrowed<'a, 'py, Any> {
    // SAFETY: the caller's.
    unsafe { Borrowed::from_ptr(none.py(), operand) }.unwrap_or(none.as_borrowed())
}

/// Exactly so many arguments of a call by position.
///
/// # Safety
/// `args` has `count` live objects for `'a`.
unsafe fn lend_array<'a, 'py, const N: usize>(
    py: Python<'py>,
    name: &str,
    args: *mut *mut PyObject,
    count: isize,
) -> Result<[Borrowed<'a, 'py, Any>; N]> {
    if count.cast_unsigned() != N {
        return Err(TypeError::new(format!("{name}() takes {N} arguments, got {count}")));
    }
    // SAFETY: so many pointers, by the caller and the check; there is one at least.
    let args = unsafe { slice::from_raw_parts(args, N) };
    // SAFETY: alive, by the caller.
    Ok(core::array::from_fn(|at| unsafe { lend(py, args[at]) }))
}
