//! What every object can do: say what it is, compare, be iterated, answer with a conversion of itself.
#![expect(unsafe_code, reason = "entered from C with raw arguments")]

use core::ffi::c_int;
use core::ptr;

use crate::err::{Result, SystemError, boundary};
use crate::object::CompareOp;
use crate::ptr::{Any, Borrowed, Owned};
use crate::raw::{PyObject, place};
use crate::token::Python;

use super::super::Class;
use super::super::call::{into_c, this};
use super::{Slot, lend};

/// The object alone gives an object: `__repr__`, `__iter__`, `__neg__`, `__await__`.
pub trait Unary<C: Class> {
    /// Answers.
    fn unary<'a, 'py>(slf: Borrowed<'a, 'py, C>) -> Result<Owned<'py, Any>>;
}

/// `__next__`.
pub trait Next<C: Class> {
    /// The next item; `None` at the end.
    fn next<'a, 'py>(slf: Borrowed<'a, 'py, C>) -> Result<Option<Owned<'py, Any>>>;
}

/// `__hash__`.
pub trait Hash<C: Class> {
    /// The hash; -1 is changed to -2, as Python does.
    fn hash<'a, 'py>(slf: Borrowed<'a, 'py, C>) -> Result<isize>;
}

/// `__bool__`.
pub trait Truth<C: Class> {
    /// The truth.
    fn truth<'a, 'py>(slf: Borrowed<'a, 'py, C>) -> Result<bool>;
}

/// `__eq__`, `__ne__`, `__lt__`, `__le__`, `__gt__`, `__ge__`, which share a slot.
pub trait Compare<C: Class> {
    /// Whether `__eq__` is among them: then the class has no hash unless it defines `__hash__`.
    const EQUALITY: bool;

    /// Compares; `None` is `NotImplemented`.
    fn compare<'a, 'py>(
        slf: Borrowed<'a, 'py, C>,
        other: Borrowed<'a, 'py, Any>,
        op: CompareOp,
    ) -> Result<Option<Owned<'py, Any>>>;
}

unsafe extern "C" fn unary<C: Class, M: Unary<C>>(object: *mut PyObject) -> *mut PyObject {
    // SAFETY: Python calls attached.
    let py = unsafe { Python::assume_attached() };
    // SAFETY: Python passes an instance.
    boundary(py, || M::unary(unsafe { this(py, object) }.lend()).map(into_c))
}

unsafe extern "C" fn next<C: Class, M: Next<C>>(object: *mut PyObject) -> *mut PyObject {
    // SAFETY: Python calls attached.
    let py = unsafe { Python::assume_attached() };
    boundary(py, || {
        // SAFETY: Python passes an instance.
        let item = M::next(unsafe { this(py, object) }.lend())?;
        // NULL without an exception is the end.
        Ok(item.map_or(ptr::null_mut(), into_c))
    })
}

unsafe extern "C" fn hash<C: Class, M: Hash<C>>(object: *mut PyObject) -> isize {
    // SAFETY: Python calls attached.
    let py = unsafe { Python::assume_attached() };
    boundary(py, || {
        // SAFETY: Python passes an instance.
        M::hash(unsafe { this(py, object) }.lend()).map(if_not_minus_one)
    })
}

/// The hash of `object` itself, for a class that compares but does not say what is equal.
#[inline]
pub(in super::super) unsafe extern "C" fn identity_hash(object: *mut PyObject) -> isize {
    // The low bits of an address are always the same.
    if_not_minus_one(object.addr().rotate_right(4).cast_signed())
}

#[inline]
fn if_not_minus_one(hash: isize) -> isize {
    if hash == -1 { -2 } else { hash }
}

unsafe extern "C" fn truth<C: Class, M: Truth<C>>(object: *mut PyObject) -> c_int {
    // SAFETY: Python calls attached.
    let py = unsafe { Python::assume_attached() };
    boundary(py, || {
        // SAFETY: Python passes an instance.
        M::truth(unsafe { this(py, object) }.lend()).map(c_int::from)
    })
}

unsafe extern "C" fn compare<C: Class, M: Compare<C>>(
    object: *mut PyObject,
    other: *mut PyObject,
    op: c_int,
) -> *mut PyObject {
    // SAFETY: Python calls attached.
    let py = unsafe { Python::assume_attached() };
    boundary(py, || {
        let op = CompareOp::from_c(op).ok_or_else(|| SystemError::new(format!("unknown comparison {op}")))?;
        // SAFETY: Python passes an instance on the left.
        let slf = unsafe { this(py, object) };
        // SAFETY: Python passes a live object on the right.
        let answer = M::compare(slf.lend(), unsafe { lend(py, other) }, op)?;
        Ok(into_c(answer.unwrap_or_else(|| py.not_implemented())))
    })
}

impl<C: Class> Slot<C> {
    /// A method of the object alone that gives an object.
    pub const fn unary<M: Unary<C>, const ID: c_int>() -> Self {
        Slot::of(ID, unary::<C, M> as *const ())
    }

    /// `__next__`.
    pub const fn next<M: Next<C>>() -> Self {
        Slot::of(place::Py_tp_iternext, next::<C, M> as *const ())
    }

    /// `__hash__`.
    pub const fn hash<M: Hash<C>>() -> Self {
        Slot::of(place::Py_tp_hash, hash::<C, M> as *const ())
    }

    /// `__bool__`.
    pub const fn truth<M: Truth<C>>() -> Self {
        Slot::of(place::Py_nb_bool, truth::<C, M> as *const ())
    }

    /// `__eq__` … `__ge__`.
    pub const fn compare<M: Compare<C>>() -> Self {
        Slot::of(place::Py_tp_richcompare, compare::<C, M> as *const ()).equality(M::EQUALITY)
    }
}
