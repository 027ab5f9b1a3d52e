//! What every object can do: attributes, items, comparison, text, iteration, and the memory that objects live in. An exact str that names an attribute is interned, and the cache of methods may keep it for a while. Written by `cargo xtask contracts`: change the table, not this.

use core::ffi::{c_char, c_int, c_void};

use super::super::ffi;
use super::super::refs::{BorrowedRef, Failed, NewRef};
use super::super::{compat, results};

/// `PyObject_ASCII`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
#[inline]
pub unsafe fn object_ascii(object: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyObject_ASCII(object.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyObject_AsFileDescriptor`. Can run Python code.
///
/// An int, or an object with a method `fileno`.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn object_as_file_descriptor(object: BorrowedRef<'_>) -> Result<c_int, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyObject_AsFileDescriptor(object.as_ptr()) };
    results::unless(outcome, -1)
}

/// `PyObject_Bytes`. Can run Python code.
///
/// NULL gives `b'<NULL>'`.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
#[inline]
pub unsafe fn object_bytes(object: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyObject_Bytes(object.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyObject_CallFinalizer`. Can run Python code.
///
/// The finalizer itself sees to what it raises, and to an exception that was set before.
///
/// # Safety
/// This thread is attached.
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn object_call_finalizer(object: BorrowedRef<'_>) {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyObject_CallFinalizer(object.as_ptr()) };
}

/// `PyObject_CheckReadBuffer`. Can run Python code.
///
/// Asks for the buffer and swallows what that raises.
///
/// # Safety
/// This thread is attached.
#[cfg(all(feature = "raw", not(Py_3_13)))]
#[inline]
pub unsafe fn object_check_read_buffer(object: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { PyObject_CheckReadBuffer(object.as_ptr()) }
}

/// `PyObject_ClearManagedDict`. Can run Python code.
///
/// Only for a type with Py_TPFLAGS_MANAGED_DICT.
///
/// # Safety
/// This thread is attached; `object` is a `object`.
#[cfg(all(feature = "raw", Py_3_13, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn object_clear_managed_dict(object: BorrowedRef<'_>) {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { PyObject_ClearManagedDict(object.as_ptr()) };
}

/// `PyObject_DelAttr`. Can run Python code.
///
/// Before 3.13 a macro over PyObject_SetAttr, with NULL.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
#[inline]
pub unsafe fn object_del_attr(object: BorrowedRef<'_>, name: BorrowedRef<'_>) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyObject_DelAttr(object.as_ptr(), name.as_ptr()) };
    results::status(outcome)
}

/// `PyObject_DelAttrString`. Can run Python code.
///
/// Before 3.13 a macro over PyObject_SetAttrString, with NULL.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; the pointers are what the C function asks for.
#[cfg(all(feature = "raw", any(not(Py_LIMITED_API), Py_3_13)))]
#[inline]
pub unsafe fn object_del_attr_string(object: BorrowedRef<'_>, name: *const c_char) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyObject_DelAttrString(object.as_ptr(), name) };
    results::status(outcome)
}

/// `PyObject_DelItem`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
#[inline]
pub unsafe fn object_del_item(object: BorrowedRef<'_>, key: BorrowedRef<'_>) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyObject_DelItem(object.as_ptr(), key.as_ptr()) };
    results::status(outcome)
}

/// `PyObject_DelItemString`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; the pointers are what the C function asks for.
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn object_del_item_string(object: BorrowedRef<'_>, key: *const c_char) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyObject_DelItemString(object.as_ptr(), key) };
    results::status(outcome)
}

/// `PyObject_Dir`. Can run Python code.
///
/// NULL gives the names of the current locals.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
#[inline]
pub unsafe fn object_dir(object: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyObject_Dir(object.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyObject_Dump`. Can run Python code.
///
/// For a debugger: the object may be broken, or NULL.
///
/// # Safety
/// This thread is attached.
#[cfg(all(feature = "raw", Py_3_15, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn object_dump(object: Option<BorrowedRef<'_>>) {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { PyObject_Dump(results::or_null(object)) };
}

/// `PyObject_Format`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
#[inline]
pub unsafe fn object_format(object: BorrowedRef<'_>, spec: Option<BorrowedRef<'_>>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyObject_Format(object.as_ptr(), results::or_null(spec)) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyObject_GC_IsFinalized`.
///
/// # Safety
/// This thread is attached.
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn object_gc_is_finalized(object: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyObject_GC_IsFinalized(object.as_ptr()) }
}

/// `PyObject_GC_IsTracked`.
///
/// # Safety
/// This thread is attached.
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn object_gc_is_tracked(object: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyObject_GC_IsTracked(object.as_ptr()) }
}

/// `PyObject_GenericGetAttr`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
#[inline]
pub unsafe fn object_generic_get_attr(object: BorrowedRef<'_>, name: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyObject_GenericGetAttr(object.as_ptr(), name.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyObject_GenericGetDict`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; the pointers are what the C function asks for.
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn object_generic_get_dict(object: BorrowedRef<'_>, context: *mut c_void) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyObject_GenericGetDict(object.as_ptr(), context) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyObject_GenericHash`.
///
/// # Safety
/// This thread is attached.
#[cfg(all(feature = "raw", Py_3_13, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn object_generic_hash(object: BorrowedRef<'_>) -> ffi::Py_hash_t {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyObject_GenericHash(object.as_ptr()) }
}

/// `PyObject_GenericSetAttr`. Takes a reference of its own to `name`, `value`. Can run Python code.
///
/// NULL deletes the attribute.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
#[inline]
pub unsafe fn object_generic_set_attr(
    object: BorrowedRef<'_>,
    name: BorrowedRef<'_>,
    value: Option<BorrowedRef<'_>>,
) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyObject_GenericSetAttr(object.as_ptr(), name.as_ptr(), results::or_null(value)) };
    results::status(outcome)
}

/// `PyObject_GenericSetDict`. Takes a reference of its own to `value`. Can run Python code.
///
/// NULL, which would delete it, is a TypeError.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; the pointers are what the C function asks for.
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn object_generic_set_dict(
    object: BorrowedRef<'_>,
    value: BorrowedRef<'_>,
    context: *mut c_void,
) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyObject_GenericSetDict(object.as_ptr(), value.as_ptr(), context) };
    results::status(outcome)
}

/// `PyObject_GET_WEAKREFS_LISTPTR`.
///
/// Only for a type that supports weak references.
///
/// # Safety
/// This thread is attached; `object` is a `object`.
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn object_get_weakrefs_listptr_unchecked(object: BorrowedRef<'_>) -> *mut *mut ffi::PyObject {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyObject_GET_WEAKREFS_LISTPTR(object.as_ptr()) }
}

/// `PyObject_GetAIter`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
#[inline]
pub unsafe fn object_get_a_iter(object: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyObject_GetAIter(object.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyObject_GetAttr`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
#[inline]
pub unsafe fn object_get_attr(object: BorrowedRef<'_>, name: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyObject_GetAttr(object.as_ptr(), name.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyObject_GetAttrString`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; the pointers are what the C function asks for.
#[inline]
pub unsafe fn object_get_attr_string(object: BorrowedRef<'_>, name: *const c_char) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyObject_GetAttrString(object.as_ptr(), name) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyObject_GetItem`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
#[inline]
pub unsafe fn object_get_item(object: BorrowedRef<'_>, key: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyObject_GetItem(object.as_ptr(), key.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyObject_GetItemData`.
///
/// A type without Py_TPFLAGS_ITEMS_AT_END is a TypeError.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
#[cfg(all(feature = "raw", Py_3_12, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn object_get_item_data(object: BorrowedRef<'_>) -> Result<*mut c_void, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { PyObject_GetItemData(object.as_ptr()) };
    results::pointer(outcome)
}

/// `PyObject_GetItemData_DuringGC`.
///
/// # Safety
/// This thread is attached; `object` is a `object`.
#[cfg(all(feature = "raw", Py_3_15, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn object_get_item_data_during_gc(object: BorrowedRef<'_>) -> *mut c_void {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { PyObject_GetItemData_DuringGC(object.as_ptr()) }
}

/// `PyObject_GetIter`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
#[inline]
pub unsafe fn object_get_iter(object: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyObject_GetIter(object.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyObject_GetOptionalAttr`. Can run Python code. Below 3.13 a backport.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
#[inline]
pub unsafe fn object_get_optional_attr(
    object: BorrowedRef<'_>,
    name: BorrowedRef<'_>,
) -> Result<Option<NewRef>, Failed> {
    let mut value_out = core::ptr::null_mut();
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { compat::PyObject_GetOptionalAttr(object.as_ptr(), name.as_ptr(), &raw mut value_out) };
    // SAFETY: by the contract a new reference, or NULL.
    let value = unsafe { NewRef::from_ptr(value_out) };
    results::three_way(outcome)?;
    Ok(value)
}

/// `PyObject_GetOptionalAttrString`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; the pointers are what the C function asks for.
#[cfg(all(feature = "raw", Py_3_13))]
#[inline]
pub unsafe fn object_get_optional_attr_string(
    object: BorrowedRef<'_>,
    name: *const c_char,
) -> Result<Option<NewRef>, Failed> {
    let mut value_out = core::ptr::null_mut();
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyObject_GetOptionalAttrString(object.as_ptr(), name, &raw mut value_out) };
    // SAFETY: by the contract a new reference, or NULL.
    let value = unsafe { NewRef::from_ptr(value_out) };
    results::three_way(outcome)?;
    Ok(value)
}

/// `PyObject_GetTypeData`.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `object` is a `object`; `class` is a `PyTypeObject`.
#[cfg(all(feature = "raw", Py_3_12))]
#[inline]
pub unsafe fn object_get_type_data(object: BorrowedRef<'_>, class: BorrowedRef<'_>) -> Result<*mut c_void, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyObject_GetTypeData(object.as_ptr(), class.as_ptr().cast()) };
    results::pointer(outcome)
}

/// `PyObject_GetTypeData_DuringGC`.
///
/// # Safety
/// This thread is attached; `object` is a `object`; `class` is a `PyTypeObject`.
#[cfg(all(feature = "raw", Py_3_15))]
#[inline]
pub unsafe fn object_get_type_data_during_gc(object: BorrowedRef<'_>, class: BorrowedRef<'_>) -> *mut c_void {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyObject_GetTypeData_DuringGC(object.as_ptr(), class.as_ptr().cast()) }
}

/// `PyObject_HasAttr`. Can run Python code.
///
/// Swallows every exception (from 3.13 on, others than AttributeError go to `sys.unraisablehook`).
///
/// # Safety
/// This thread is attached.
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn object_has_attr(object: BorrowedRef<'_>, name: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyObject_HasAttr(object.as_ptr(), name.as_ptr()) }
}

/// `PyObject_HasAttrString`. Can run Python code.
///
/// Swallows every exception (from 3.13 on, others than AttributeError go to `sys.unraisablehook`).
///
/// # Safety
/// This thread is attached; the pointers are what the C function asks for.
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn object_has_attr_string(object: BorrowedRef<'_>, name: *const c_char) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyObject_HasAttrString(object.as_ptr(), name) }
}

/// `PyObject_HasAttrStringWithError`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; the pointers are what the C function asks for.
#[cfg(all(feature = "raw", Py_3_13))]
#[inline]
pub unsafe fn object_has_attr_string_with_error(object: BorrowedRef<'_>, name: *const c_char) -> Result<bool, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyObject_HasAttrStringWithError(object.as_ptr(), name) };
    results::three_way(outcome)
}

/// `PyObject_HasAttrWithError`. Can run Python code. Below 3.13 a backport.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
#[inline]
pub unsafe fn object_has_attr_with_error(object: BorrowedRef<'_>, name: BorrowedRef<'_>) -> Result<bool, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { compat::PyObject_HasAttrWithError(object.as_ptr(), name.as_ptr()) };
    results::three_way(outcome)
}

/// `PyObject_Hash`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
#[inline]
pub unsafe fn object_hash(object: BorrowedRef<'_>) -> Result<ffi::Py_hash_t, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyObject_Hash(object.as_ptr()) };
    results::unless(outcome, -1)
}

/// `PyObject_HashNotImplemented`. Can run Python code.
///
/// # Safety
/// This thread is attached as long as the result lives.
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn object_hash_not_implemented(object: BorrowedRef<'_>) -> Failed {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyObject_HashNotImplemented(object.as_ptr()) };
    let _ = outcome;
    Failed::set()
}

/// `PyObject_IS_GC`.
///
/// # Safety
/// This thread is attached.
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn object_is_gc_unchecked(object: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyObject_IS_GC(object.as_ptr()) }
}

/// `PyObject_IsInstance`. Can run Python code.
///
/// The class may be a tuple or a union of classes, or what has `__instancecheck__`.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
#[inline]
pub unsafe fn object_is_instance(object: BorrowedRef<'_>, class: BorrowedRef<'_>) -> Result<bool, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyObject_IsInstance(object.as_ptr(), class.as_ptr()) };
    results::three_way(outcome)
}

/// `PyObject_IsSubclass`. Can run Python code.
///
/// The class may be a tuple or a union of classes, or what has `__subclasscheck__`.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
#[inline]
pub unsafe fn object_is_subclass(derived: BorrowedRef<'_>, class: BorrowedRef<'_>) -> Result<bool, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyObject_IsSubclass(derived.as_ptr(), class.as_ptr()) };
    results::three_way(outcome)
}

/// `PyObject_IsTrue`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
#[inline]
pub unsafe fn object_is_true(object: BorrowedRef<'_>) -> Result<bool, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyObject_IsTrue(object.as_ptr()) };
    results::three_way(outcome)
}

/// `PyObject_Length`. Can run Python code.
///
/// Another name of PyObject_Size.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn object_length(object: BorrowedRef<'_>) -> Result<usize, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyObject_Length(object.as_ptr()) };
    results::size(outcome)
}

/// `PyObject_LengthHint`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
#[inline]
pub unsafe fn object_length_hint(object: BorrowedRef<'_>, default_hint: ffi::Py_ssize_t) -> Result<usize, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyObject_LengthHint(object.as_ptr(), default_hint) };
    results::size(outcome)
}

/// `PyObject_Not`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn object_not(object: BorrowedRef<'_>) -> Result<bool, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyObject_Not(object.as_ptr()) };
    results::three_way(outcome)
}

/// `PyObject_Repr`. Can run Python code.
///
/// NULL gives `'<NULL>'`.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
#[inline]
pub unsafe fn object_repr(object: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyObject_Repr(object.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyObject_RichCompare`. Can run Python code.
///
/// The operator, 0 to 5, is not checked.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
#[inline]
pub unsafe fn object_rich_compare(left: BorrowedRef<'_>, right: BorrowedRef<'_>, op: c_int) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyObject_RichCompare(left.as_ptr(), right.as_ptr(), op) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyObject_RichCompareBool`. Can run Python code.
///
/// An object is equal to itself here, whatever its `__eq__` says; the operator, 0 to 5, is not checked.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
#[inline]
pub unsafe fn object_rich_compare_bool(
    left: BorrowedRef<'_>,
    right: BorrowedRef<'_>,
    op: c_int,
) -> Result<bool, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyObject_RichCompareBool(left.as_ptr(), right.as_ptr(), op) };
    results::three_way(outcome)
}

/// `PyObject_SelfIter`.
///
/// # Safety
/// This thread is attached as long as the result lives.
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn object_self_iter(object: BorrowedRef<'_>) -> NewRef {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyObject_SelfIter(object.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { NewRef::from_ptr(outcome) }.expect("never NULL")
}

/// `PyObject_SetAttr`. Takes a reference of its own to `name`, `value`. Can run Python code.
///
/// NULL deletes the attribute: use PyObject_DelAttr.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
#[inline]
pub unsafe fn object_set_attr(
    object: BorrowedRef<'_>,
    name: BorrowedRef<'_>,
    value: BorrowedRef<'_>,
) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyObject_SetAttr(object.as_ptr(), name.as_ptr(), value.as_ptr()) };
    results::status(outcome)
}

/// `PyObject_SetAttrString`. Takes a reference of its own to `value`. Can run Python code.
///
/// NULL deletes the attribute: use PyObject_DelAttrString.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; the pointers are what the C function asks for.
#[inline]
pub unsafe fn object_set_attr_string(
    object: BorrowedRef<'_>,
    name: *const c_char,
    value: BorrowedRef<'_>,
) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyObject_SetAttrString(object.as_ptr(), name, value.as_ptr()) };
    results::status(outcome)
}

/// `PyObject_SetItem`. Takes a reference of its own to `key`, `value`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
#[inline]
pub unsafe fn object_set_item(
    object: BorrowedRef<'_>,
    key: BorrowedRef<'_>,
    value: BorrowedRef<'_>,
) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyObject_SetItem(object.as_ptr(), key.as_ptr(), value.as_ptr()) };
    results::status(outcome)
}

/// `PyObject_Size`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
#[inline]
pub unsafe fn object_size(object: BorrowedRef<'_>) -> Result<usize, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyObject_Size(object.as_ptr()) };
    results::size(outcome)
}

/// `PyObject_Str`. Can run Python code.
///
/// NULL gives `'<NULL>'`.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
#[inline]
pub unsafe fn object_str(object: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyObject_Str(object.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyObject_Type`.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
#[inline]
pub unsafe fn object_type(object: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyObject_Type(object.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyObject_TypeCheck`.
///
/// # Safety
/// This thread is attached; `class` is a `PyTypeObject`.
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn object_type_check(object: BorrowedRef<'_>, class: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyObject_TypeCheck(object.as_ptr(), class.as_ptr().cast()) }
}

/// `PyObject_VisitManagedDict`.
///
/// What the visitor returned; only for a type with Py_TPFLAGS_MANAGED_DICT.
///
/// # Safety
/// This thread is attached; `object` is a `object`; the pointers are what the C function asks for.
#[cfg(all(feature = "raw", Py_3_13, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn object_visit_managed_dict(object: BorrowedRef<'_>, visit: ffi::visitproc, arg: *mut c_void) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { PyObject_VisitManagedDict(object.as_ptr(), visit, arg) }
}

crate::raw::libpython! {
    #[cfg(all(feature = "raw", not(Py_3_13)))]
    fn PyObject_CheckReadBuffer(object: *mut ffi::PyObject) -> c_int;
    #[cfg(all(feature = "raw", Py_3_13, not(Py_LIMITED_API)))]
    fn PyObject_ClearManagedDict(object: *mut ffi::PyObject);
    #[cfg(all(feature = "raw", Py_3_15, not(Py_LIMITED_API)))]
    fn PyObject_Dump(object: *mut ffi::PyObject);
    #[cfg(all(feature = "raw", Py_3_12, not(Py_LIMITED_API)))]
    fn PyObject_GetItemData(object: *mut ffi::PyObject) -> *mut c_void;
    #[cfg(all(feature = "raw", Py_3_15, not(Py_LIMITED_API)))]
    fn PyObject_GetItemData_DuringGC(object: *mut ffi::PyObject) -> *mut c_void;
    #[cfg(all(feature = "raw", Py_3_13, not(Py_LIMITED_API)))]
    fn PyObject_VisitManagedDict(object: *mut ffi::PyObject, visit: ffi::visitproc, arg: *mut c_void) -> c_int;
}
