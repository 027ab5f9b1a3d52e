//! Containers. As a class of Python's, a type with these methods is both a mapping and a sequence for C, which asks a
//! sequence by an index that it has put right already where it was negative and there is a length. A class that says it is a
//! `mapping` is no sequence.
#![expect(unsafe_code, reason = "entered from C with raw arguments")]

use core::ffi::c_int;

use crate::err::{OverflowError, Result, boundary};
use crate::ptr::{Any, Borrowed, Owned};
use crate::raw::{self, PyObject, place};
use crate::token::Python;

use super::super::Class;
use super::super::call::{into_c, this};
use super::pairs::{assign, keep, remove};
use super::table::Part;
use super::{Erase, Slot, Store, lend};

/// `__len__`.
pub trait Len<C: Class> {
    /// The length.
    fn len<'a, 'py>(slf: Borrowed<'a, 'py, C>) -> Result<usize>;
}

/// The object and an operand give an object: `__getitem__`, `__getattr__`.
pub trait Binary<C: Class> {
    /// Answers.
    fn binary<'a, 'py>(slf: Borrowed<'a, 'py, C>, operand: Borrowed<'a, 'py, Any>) -> Result<Owned<'py, Any>>;
}

/// `__contains__`.
pub trait Contains<C: Class> {
    /// Whether the item is inside.
    fn contains<'a, 'py>(slf: Borrowed<'a, 'py, C>, item: Borrowed<'a, 'py, Any>) -> Result<bool>;
}

impl<C: Class> Slot<C> {
    /// `__len__`.
    pub const fn len<M: Len<C>>() -> Self {
        Slot::of(place::Py_mp_length, len::<C, M> as *const ()).and(place::Py_sq_length, len::<C, M> as *const ())
    }

    /// `__getitem__`.
    pub const fn getitem<M: Binary<C>>() -> Self {
        Slot::of(place::Py_mp_subscript, subscript::<C, M> as *const ())
            .and(place::Py_sq_item, item::<C, M> as *const ())
    }

    /// `__setitem__`.
    pub const fn setitem<M: Store<C>>() -> Self {
        Self::assigned().part(Part::Ternary(keep::<C, M>))
    }

    /// `__delitem__`.
    pub const fn delitem<M: Erase<C>>() -> Self {
        Self::assigned().part(Part::Counterpart(remove::<C, M>))
    }

    const fn assigned() -> Self {
        Slot::of(place::Py_mp_ass_subscript, assign::<C, { place::Py_mp_ass_subscript }> as *const ())
            .and(place::Py_sq_ass_item, assign_item::<C> as *const ())
    }

    /// `__contains__`.
    pub const fn contains<M: Contains<C>>() -> Self {
        Slot::of(place::Py_sq_contains, contains::<C, M> as *const ())
    }
}

unsafe extern "C" fn len<C: Class, M: Len<C>>(object: *mut PyObject) -> isize {
    // SAFETY: Python calls attached.
    let py = unsafe { Python::assume_attached() };
    boundary(py, || {
        // SAFETY: Python passes an instance.
        let len = M::len(unsafe { this(py, object) }.lend())?;
        isize::try_from(len).map_err(|_| OverflowError::new("the length does not fit in 63 bits"))
    })
}

unsafe extern "C" fn subscript<C: Class, M: Binary<C>>(object: *mut PyObject, key: *mut PyObject) -> *mut PyObject {
    // SAFETY: Python calls attached.
    let py = unsafe { Python::assume_attached() };
    boundary(py, || {
        // SAFETY: Python passes an instance.
        let slf = unsafe { this(py, object) };
        // SAFETY: Python passes a live key.
        M::binary(slf.lend(), unsafe { lend(py, key) }).map(into_c)
    })
}

unsafe extern "C" fn item<C: Class, M: Binary<C>>(object: *mut PyObject, index: isize) -> *mut PyObject {
    // SAFETY: Python calls attached.
    let py = unsafe { Python::assume_attached() };
    boundary(py, || {
        // SAFETY: Python passes an instance.
        let slf = unsafe { this(py, object) };
        M::binary(slf.lend(), int(py, index)?.as_borrowed()).map(into_c)
    })
}

unsafe extern "C" fn assign_item<C: Class>(object: *mut PyObject, index: isize, value: *mut PyObject) -> c_int {
    // SAFETY: Python calls attached.
    let py = unsafe { Python::assume_attached() };
    boundary(py, || {
        let index = int(py, index)?;
        // SAFETY: an instance, a live key, and a live value or NULL.
        let outcome = unsafe { assign::<C, { place::Py_mp_ass_subscript }>(object, index.raw().as_ptr(), value) };
        Ok(outcome)
    })
}

#[inline]
pub(super) fn int(py: Python<'_>, index: isize) -> Result<Owned<'_, Any>> {
    // SAFETY: attached, by `py`.
    let index = unsafe { raw::long_from_ssize_t(index) }?;
    // SAFETY: any object is an `Any`.
    Ok(unsafe { Owned::from_ref(py, index) })
}

unsafe extern "C" fn contains<C: Class, M: Contains<C>>(object: *mut PyObject, item: *mut PyObject) -> c_int {
    // SAFETY: Python calls attached.
    let py = unsafe { Python::assume_attached() };
    boundary(py, || {
        // SAFETY: Python passes an instance.
        let slf = unsafe { this(py, object) };
        // SAFETY: Python passes a live object.
        M::contains(slf.lend(), unsafe { lend(py, item) }).map(c_int::from)
    })
}
