//! What is set by one slot and deleted by the same: items, attributes, what a descriptor guards.
#![expect(unsafe_code, reason = "entered from C with raw arguments")]

use core::ffi::c_int;

use crate::err::{AttributeError, Result, boundary};
use crate::ptr::{Any, Borrowed, Owned};
use crate::raw::{PyObject, place};
use crate::token::Python;

use super::super::Class;
use super::super::call::this;
use super::{lend, table};

/// `__setitem__`, `__setattr__`, `__set__`.
pub trait Store<C: Class> {
    /// Puts the value there.
    fn store<'a, 'py>(
        slf: Borrowed<'a, 'py, C>,
        key: Borrowed<'a, 'py, Any>,
        value: Borrowed<'a, 'py, Any>,
    ) -> Result<()>;
}

/// `__delitem__`, `__delattr__`, `__delete__`.
pub trait Erase<C: Class> {
    /// Takes away what is there.
    fn erase<'a, 'py>(slf: Borrowed<'a, 'py, C>, key: Borrowed<'a, 'py, Any>) -> Result<()>;
}

pub(super) fn keep<'a, 'py, C: Class, M: Store<C>>(
    slf: Borrowed<'a, 'py, C>,
    key: Borrowed<'a, 'py, Any>,
    value: Borrowed<'a, 'py, Any>,
) -> Result<Option<Owned<'py, Any>>> {
    M::store(slf, key, value).map(|()| None)
}

pub(super) fn remove<'a, 'py, C: Class, M: Erase<C>>(
    slf: Borrowed<'a, 'py, C>,
    key: Borrowed<'a, 'py, Any>,
) -> Result<Option<Owned<'py, Any>>> {
    M::erase(slf, key).map(|()| None)
}

/// Sets or deletes an item, or what a descriptor guards. Where the class has only one of the two methods, the other is what a class of Python's has then.
pub(super) unsafe extern "C" fn assign<C: Class, const ID: c_int>(
    object: *mut PyObject,
    key: *mut PyObject,
    value: *mut PyObject,
) -> c_int {
    // SAFETY: Python calls attached.
    let py = unsafe { Python::assume_attached() };
    boundary(py, || {
        // SAFETY: Python passes an instance.
        let slf = unsafe { this::<C>(py, object) };
        // SAFETY: Python passes a live key.
        let key = unsafe { lend(py, key) };
        // SAFETY: Python passes a live value, or NULL to delete.
        let value = unsafe { Borrowed::<Any>::from_ptr(py, value) };
        let (store, erase) = const { (table::ternary::<C>(ID), table::counterpart::<C>(ID)) };
        match (value, store, erase) {
            (Some(value), Some(store), _) => store(slf.lend(), key, value).map(drop)?,
            (None, _, Some(erase)) => erase(slf.lend(), key).map(drop)?,
            _ => return Err(AttributeError::new(missing(ID, value.is_some()))),
        }
        Ok(0)
    })
}

/// The method that is not there.
#[inline]
const fn missing(id: c_int, set: bool) -> &'static str {
    match (id == place::Py_tp_descr_set, set) {
        (true, true) => "__set__",
        (true, false) => "__delete__",
        (false, true) => "__setitem__",
        (false, false) => "__delitem__",
    }
}
