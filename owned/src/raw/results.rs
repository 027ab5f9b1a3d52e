//! What comes back from the C API, and what goes in where NULL is allowed.

use core::ffi::c_int;

use super::refs::{BorrowedRef, Failed, NewRef, PyObject, StolenArg};

/// A new reference; NULL is a failure.
///
/// # Safety
/// The result of a function with a *new* result, or NULL with an exception set; the thread is attached.
#[inline]
pub(super) unsafe fn new(result: *mut PyObject) -> Result<NewRef, Failed> {
    // SAFETY: the caller's.
    unsafe { NewRef::from_ptr(result) }.ok_or_else(Failed::set)
}

/// A new reference; NULL is a failure if an exception is set, else the end.
///
/// # Safety
/// As [`new`], but for the exception.
#[inline]
pub(super) unsafe fn new_or_end(result: *mut PyObject) -> Result<Option<NewRef>, Failed> {
    // SAFETY: the caller's.
    let result = unsafe { NewRef::from_ptr(result) };
    if result.is_none() && super::error_is_set() { Err(Failed::set()) } else { Ok(result) }
}

/// -1 is a failure.
#[inline]
pub(super) fn status(result: c_int) -> Result<(), Failed> {
    if result == -1 { Err(Failed::set()) } else { Ok(()) }
}

/// 1, 0, or -1 for a failure.
#[inline]
pub(super) fn three_way(result: c_int) -> Result<bool, Failed> {
    if result == -1 { Err(Failed::set()) } else { Ok(result != 0) }
}

/// A count; -1 is a failure.
#[inline]
pub(super) fn size(result: isize) -> Result<usize, Failed> {
    usize::try_from(result).map_err(|_| Failed::set())
}

/// Any value but that of the failure.
#[inline]
pub(super) fn unless<T: PartialEq>(result: T, failure: T) -> Result<T, Failed> {
    if result == failure { Err(Failed::set()) } else { Ok(result) }
}

/// Any value; that of the failure is one if an exception is set.
#[inline]
pub(super) fn unless_error<T: PartialEq>(result: T, failure: T) -> Result<T, Failed> {
    if result == failure && super::error_is_set() { Err(Failed::set()) } else { Ok(result) }
}

/// What C writes as `(T)-1`.
pub(super) trait MinusOne {
    /// The value.
    const VALUE: Self;
}

macro_rules! minus_one {
    ($($integer:ty)*) => { $( impl MinusOne for $integer { const VALUE: Self = !0; } )* };
}
minus_one!(i32 u32 i64 u64 isize usize);

impl MinusOne for f64 {
    const VALUE: Self = -1.0;
}

/// What C writes as `(T)-1`.
#[inline]
pub(super) fn minus_one<T: MinusOne>() -> T {
    T::VALUE
}

/// A pointer to something that is no object; NULL is a failure.
#[inline]
pub(super) fn pointer<P: Pointer>(result: P) -> Result<P, Failed> {
    if result.is_null() { Err(Failed::set()) } else { Ok(result) }
}

/// A pointer to something that is no object; NULL is a failure if an exception is set.
#[inline]
pub(super) fn pointer_or_end<P: Pointer>(result: P) -> Result<P, Failed> {
    if result.is_null() && super::error_is_set() { Err(Failed::set()) } else { Ok(result) }
}

/// `*const T` and `*mut T`.
pub(super) trait Pointer: Copy {
    /// Whether it is NULL.
    fn is_null(self) -> bool;
}

impl<T> Pointer for *const T {
    #[inline]
    fn is_null(self) -> bool {
        <*const T>::is_null(self)
    }
}

impl<T> Pointer for *mut T {
    #[inline]
    fn is_null(self) -> bool {
        <*mut T>::is_null(self)
    }
}

/// A borrowed argument, or NULL.
#[inline]
pub(super) fn or_null(argument: Option<BorrowedRef<'_>>) -> *mut PyObject {
    argument.map_or(core::ptr::null_mut(), BorrowedRef::as_ptr)
}

/// A stolen argument, or NULL.
#[inline]
pub(super) fn stolen_or_null(argument: Option<StolenArg<'_>>) -> *mut PyObject {
    argument.map_or(core::ptr::null_mut(), StolenArg::into_ptr)
}
