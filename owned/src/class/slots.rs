//! The trampolines of the special methods.
#![expect(unsafe_code, reason = "entered from C with raw arguments")]

use core::ffi::c_int;
use core::ptr;

use crate::err::{AttributeError, OverflowError, PyErr, Result, SystemError, boundary};
use crate::object::CompareOp;
use crate::ptr::{Any, Borrowed, Owned};
use crate::raw::{self, PyObject};
use crate::token::Python;

use super::Class;
use super::call::{into_c, this};

/// `__repr__`, `__str__`, `__iter__`.
pub trait Unary<C: Class> {
    /// Answers.
    fn unary<'a, 'py>(slf: Borrowed<'a, 'py, C>) -> Result<Owned<'py, Any>>;
}

/// `__next__`.
pub trait Next<C: Class> {
    /// The next item; `None` at the end.
    fn next<'a, 'py>(slf: Borrowed<'a, 'py, C>) -> Result<Option<Owned<'py, Any>>>;
}

/// `__len__`.
pub trait Len<C: Class> {
    /// The length.
    fn len<'a, 'py>(slf: Borrowed<'a, 'py, C>) -> Result<usize>;
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

/// `__eq__` … `__ge__`.
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

/// `__getitem__`, `__getattr__`.
pub trait Binary<C: Class> {
    /// Answers.
    fn binary<'a, 'py>(slf: Borrowed<'a, 'py, C>, operand: Borrowed<'a, 'py, Any>) -> Result<Owned<'py, Any>>;
}

/// `__contains__`.
pub trait Contains<C: Class> {
    /// Whether the item is inside.
    fn contains<'a, 'py>(slf: Borrowed<'a, 'py, C>, item: Borrowed<'a, 'py, Any>) -> Result<bool>;
}

/// # Safety
/// `operand` is a live object for `'a`.
unsafe fn lend<'a, 'py>(py: Python<'py>, operand: *mut PyObject) -> Borrowed<'a, 'py, Any> {
    // SAFETY: the caller's.
    unsafe { Borrowed::from_ptr(py, operand) }.expect("Python passes an operand")
}

pub(super) unsafe extern "C" fn unary<C: Class, M: Unary<C>>(object: *mut PyObject) -> *mut PyObject {
    // SAFETY: Python calls attached.
    let py = unsafe { Python::assume_attached() };
    // SAFETY: Python passes an instance.
    boundary(py, || M::unary(unsafe { this(py, object) }).map(into_c))
}

pub(super) unsafe extern "C" fn next<C: Class, M: Next<C>>(object: *mut PyObject) -> *mut PyObject {
    // SAFETY: Python calls attached.
    let py = unsafe { Python::assume_attached() };
    boundary(py, || {
        // SAFETY: Python passes an instance.
        let item = M::next(unsafe { this(py, object) })?;
        // NULL without an exception is the end.
        Ok(item.map_or(ptr::null_mut(), into_c))
    })
}

pub(super) unsafe extern "C" fn len<C: Class, M: Len<C>>(object: *mut PyObject) -> isize {
    // SAFETY: Python calls attached.
    let py = unsafe { Python::assume_attached() };
    boundary(py, || {
        // SAFETY: Python passes an instance.
        let len = M::len(unsafe { this(py, object) })?;
        isize::try_from(len).map_err(|_| OverflowError::new("the length does not fit in 63 bits"))
    })
}

pub(super) unsafe extern "C" fn hash<C: Class, M: Hash<C>>(object: *mut PyObject) -> isize {
    // SAFETY: Python calls attached.
    let py = unsafe { Python::assume_attached() };
    boundary(py, || {
        // SAFETY: Python passes an instance.
        M::hash(unsafe { this(py, object) }).map(if_not_minus_one)
    })
}

/// The hash of `object` itself, for a class that compares but does not say what is equal.
pub(super) unsafe extern "C" fn identity_hash(object: *mut PyObject) -> isize {
    // The low bits of an address are always the same.
    if_not_minus_one(object.addr().rotate_right(4).cast_signed())
}

fn if_not_minus_one(hash: isize) -> isize {
    if hash == -1 { -2 } else { hash }
}

pub(super) unsafe extern "C" fn truth<C: Class, M: Truth<C>>(object: *mut PyObject) -> c_int {
    // SAFETY: Python calls attached.
    let py = unsafe { Python::assume_attached() };
    boundary(py, || {
        // SAFETY: Python passes an instance.
        M::truth(unsafe { this(py, object) }).map(c_int::from)
    })
}

pub(super) unsafe extern "C" fn compare<C: Class, M: Compare<C>>(
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
        let answer = M::compare(slf, unsafe { lend(py, other) }, op)?;
        Ok(into_c(answer.unwrap_or_else(|| py.not_implemented())))
    })
}

pub(super) unsafe extern "C" fn binary<C: Class, M: Binary<C>>(
    object: *mut PyObject,
    operand: *mut PyObject,
) -> *mut PyObject {
    // SAFETY: Python calls attached.
    let py = unsafe { Python::assume_attached() };
    boundary(py, || {
        // SAFETY: Python passes an instance.
        let slf = unsafe { this(py, object) };
        // SAFETY: Python passes a live operand.
        M::binary(slf, unsafe { lend(py, operand) }).map(into_c)
    })
}

pub(super) unsafe extern "C" fn getattr<C: Class, M: Binary<C>>(
    object: *mut PyObject,
    name: *mut PyObject,
) -> *mut PyObject {
    // SAFETY: Python calls attached.
    let py = unsafe { Python::assume_attached() };
    boundary(py, || {
        // SAFETY: Python passes an instance.
        let slf: Borrowed<'_, '_, C> = unsafe { this(py, object) };
        // SAFETY: Python passes a str.
        let name = unsafe { lend(py, name) };
        // SAFETY: attached; a live object and a str.
        match unsafe { raw::object_generic_get_attr(slf.raw(), name.raw()) } {
            Ok(found) => Ok(found.into_non_null().as_ptr()),
            Err(failed) => {
                let error = PyErr::from(failed);
                if error.is::<AttributeError>(py) { M::binary(slf, name).map(into_c) } else { Err(error) }
            }
        }
    })
}

pub(super) unsafe extern "C" fn contains<C: Class, M: Contains<C>>(
    object: *mut PyObject,
    item: *mut PyObject,
) -> c_int {
    // SAFETY: Python calls attached.
    let py = unsafe { Python::assume_attached() };
    boundary(py, || {
        // SAFETY: Python passes an instance.
        let slf = unsafe { this(py, object) };
        // SAFETY: Python passes a live object.
        M::contains(slf, unsafe { lend(py, item) }).map(c_int::from)
    })
}
