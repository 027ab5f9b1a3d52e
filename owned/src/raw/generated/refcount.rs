//! Counting references, and what every object has: its type, its size and its identity. Written by `cargo xtask contracts`: change the table, not this.

use core::ffi::c_int;

use super::super::ffi;
use super::super::refs::BorrowedRef;
use super::super::results;

/// `Py_Is`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let left = py.eval("3", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::is(Some(left.raw()), Some(left.raw())) };
/// assert!(result);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn is(left: Option<BorrowedRef<'_>>, right: Option<BorrowedRef<'_>>) -> bool {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::Py_Is(results::or_null(left), results::or_null(right)) };
    outcome != 0
}

/// `Py_IS_TYPE`.
///
/// Since 3.15 a function of the stable ABI too.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("3", None)?;
/// let class = py.eval("int", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::is_type_unchecked(object.raw(), Some(class.raw())) };
/// assert!(result);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn is_type_unchecked(object: BorrowedRef<'_>, class: Option<BorrowedRef<'_>>) -> bool {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::Py_IS_TYPE(object.as_ptr(), results::or_null(class).cast()) };
    outcome != 0
}

/// `Py_IsFalse`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("False", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::is_false(Some(object.raw())) };
/// assert!(result);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn is_false(object: Option<BorrowedRef<'_>>) -> bool {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::Py_IsFalse(results::or_null(object)) };
    outcome != 0
}

/// `Py_IsTrue`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("True", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::is_true(Some(object.raw())) };
/// assert!(result);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn is_true(object: Option<BorrowedRef<'_>>) -> bool {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::Py_IsTrue(results::or_null(object)) };
    outcome != 0
}

/// `Py_SIZE`.
///
/// Since 3.15 a function of the stable ABI too.
///
/// # Safety
/// This thread is attached; `object` is a `PyVarObject`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("(1, 2)", None)?;
/// // SAFETY: attached, by `py`; `object` is a `PyVarObject`.
/// let result = unsafe { raw::size(object.raw()) };
/// assert_eq!(result, 2);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn size(object: BorrowedRef<'_>) -> ffi::Py_ssize_t {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::Py_SIZE(object.as_ptr().cast()) }
}

/// `PyUnstable_EnableTryIncRef`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("[]", None)?;
/// // SAFETY: attached, by `py`.
/// unsafe { raw::unstable_enable_try_inc_ref(object.raw()) };
/// assert_eq!(format!("{object:?}"), "[]");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_14, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn unstable_enable_try_inc_ref(object: BorrowedRef<'_>) {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyUnstable_EnableTryIncRef(object.as_ptr()) };
}

/// `PyUnstable_IsImmortal`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("None", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::unstable_is_immortal(object.raw()) };
/// assert!(result);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_14, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn unstable_is_immortal(object: BorrowedRef<'_>) -> bool {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { PyUnstable_IsImmortal(object.as_ptr()) };
    outcome != 0
}

/// `PyUnstable_Object_EnableDeferredRefcount`.
///
/// 0, and nothing done, where there is a GIL.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("[]", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::unstable_object_enable_deferred_refcount(object.raw()) };
/// assert!(!result); // there is a GIL
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_14, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn unstable_object_enable_deferred_refcount(object: BorrowedRef<'_>) -> bool {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { PyUnstable_Object_EnableDeferredRefcount(object.as_ptr()) };
    outcome != 0
}

/// `PyUnstable_Object_IsUniquelyReferenced`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("[]", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::unstable_object_is_uniquely_referenced(object.raw()) };
/// assert!(result);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_14, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn unstable_object_is_uniquely_referenced(object: BorrowedRef<'_>) -> bool {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnstable_Object_IsUniquelyReferenced(object.as_ptr()) };
    outcome != 0
}

/// `PyUnstable_Object_IsUniqueReferencedTemporary`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("[]", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::unstable_object_is_unique_referenced_temporary(object.raw()) };
/// assert!(!result);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_14, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn unstable_object_is_unique_referenced_temporary(object: BorrowedRef<'_>) -> bool {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnstable_Object_IsUniqueReferencedTemporary(object.as_ptr()) };
    outcome != 0
}

/// `PyUnstable_SetImmortal`.
///
/// 0, and nothing done, for what others can see already.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("[]", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::unstable_set_immortal(object.raw()) };
/// assert!(result);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_15, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn unstable_set_immortal(object: BorrowedRef<'_>) -> bool {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnstable_SetImmortal(object.as_ptr()) };
    outcome != 0
}

crate::raw::libpython! {
    #[cfg(all(feature = "raw", Py_3_14, not(Py_LIMITED_API)))]
    fn PyUnstable_IsImmortal(object: *mut ffi::PyObject) -> c_int;
    #[cfg(all(feature = "raw", Py_3_14, not(Py_LIMITED_API)))]
    fn PyUnstable_Object_EnableDeferredRefcount(object: *mut ffi::PyObject) -> c_int;
}
