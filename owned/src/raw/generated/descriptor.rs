//! Descriptors of methods, members and attributes, and read-only views of mappings. Written by `cargo xtask contracts`: change the table, not this.

use core::ffi::{c_char, c_int};

use super::super::ffi;
use super::super::refs::{BorrowedRef, Failed, NewRef};
use super::super::results;

/// `PyDescr_IsData`.
///
/// # Safety
/// This thread is attached.
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn descr_is_data(descriptor: BorrowedRef<'_>) -> bool {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { PyDescr_IsData(descriptor.as_ptr()) };
    outcome != 0
}

/// `PyDescr_NewClassMethod`. Takes a reference of its own to `class`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `class` is a `PyTypeObject`; the pointers are what the C
/// function asks for.
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn descr_new_class_method(
    class: BorrowedRef<'_>,
    definition: *mut ffi::PyMethodDef,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyDescr_NewClassMethod(class.as_ptr().cast(), definition) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyDescr_NewGetSet`. Takes a reference of its own to `class`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `class` is a `PyTypeObject`; the pointers are what the C
/// function asks for.
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn descr_new_get_set(class: BorrowedRef<'_>, definition: *mut ffi::PyGetSetDef) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyDescr_NewGetSet(class.as_ptr().cast(), definition) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyDescr_NewMember`. Takes a reference of its own to `class`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `class` is a `PyTypeObject`; the pointers are what the C
/// function asks for.
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn descr_new_member(class: BorrowedRef<'_>, definition: *mut ffi::PyMemberDef) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyDescr_NewMember(class.as_ptr().cast(), definition) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyDescr_NewMethod`. Takes a reference of its own to `class`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `class` is a `PyTypeObject`; the pointers are what the C
/// function asks for.
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn descr_new_method(class: BorrowedRef<'_>, definition: *mut ffi::PyMethodDef) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyDescr_NewMethod(class.as_ptr().cast(), definition) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyDictProxy_New`. Takes a reference of its own to `mapping`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
#[cfg(any(feature = "raw", feature = "more-types"))]
#[inline]
pub unsafe fn dict_proxy_new(mapping: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyDictProxy_New(mapping.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyMember_GetOne`.
///
/// `object` is the address of the object, which holds what `member` says.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; the pointers are what the C function asks for.
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn member_get_one(object: *const c_char, member: *mut ffi::PyMemberDef) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyMember_GetOne(object, member) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyMember_SetOne`. Takes a reference of its own to `value`. Can run Python code.
///
/// NULL as `value` deletes; TypeError for members that hold no object.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; the pointers are what the C function asks for.
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn member_set_one(
    object: *mut c_char,
    member: *mut ffi::PyMemberDef,
    value: Option<BorrowedRef<'_>>,
) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyMember_SetOne(object, member, results::or_null(value)) };
    results::status(outcome)
}

/// `PyWrapper_New`. Takes a reference of its own to `descriptor`, `receiver`. Can run Python code.
///
/// `receiver` is an instance of the class that `descriptor` belongs to.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `descriptor` is a `descriptor`; `receiver` is a `object`.
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn wrapper_new(descriptor: BorrowedRef<'_>, receiver: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyWrapper_New(descriptor.as_ptr(), receiver.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

crate::raw::libpython! {
    #[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
    fn PyDescr_IsData(descriptor: *mut ffi::PyObject) -> c_int;
}
