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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval(r"'\xe9'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::object_ascii(object.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), r#""'\\xe9'""#);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("__import__('types').SimpleNamespace(fileno=lambda: 3)", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::object_as_file_descriptor(object.raw()) }?;
/// assert_eq!(result, 3);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("[105]", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::object_bytes(object.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "b'i'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// py.run("gone = []\nclass Blot:\n    def __del__(self): gone.append(1)", None)?;
/// let object = py.eval("Blot()", None)?;
/// // SAFETY: attached, by `py`.
/// unsafe { raw::object_call_finalizer(object.raw()) };
/// assert_eq!(format!("{:?}", py.eval("gone", None)?), "[1]");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("b''", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::object_check_read_buffer(object.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// py.run("class Blot:\n    def __init__(self): self.size = 3", None)?;
/// let object = py.eval("Blot()", None)?;
/// // SAFETY: attached, by `py`; `object` is a `object`.
/// unsafe { raw::object_clear_managed_dict(object.raw()) };
/// assert!(!object.hasattr("size")?);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("__import__('types').SimpleNamespace(ink=3)", None)?;
/// let name = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`.
/// unsafe { raw::object_del_attr(object.raw(), name.raw()) }?;
/// assert_eq!(format!("{object:?}"), "namespace()");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("__import__('types').SimpleNamespace(ink=3)", None)?;
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// unsafe { raw::object_del_attr_string(object.raw(), c"ink".as_ptr()) }?;
/// assert_eq!(format!("{object:?}"), "namespace()");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("{1: 2}", None)?;
/// let key = py.eval("1", None)?;
/// // SAFETY: attached, by `py`.
/// unsafe { raw::object_del_item(object.raw(), key.raw()) }?;
/// assert_eq!(format!("{object:?}"), "{}");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("{'ink': 2}", None)?;
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// unsafe { raw::object_del_item_string(object.raw(), c"ink".as_ptr()) }?;
/// assert_eq!(format!("{object:?}"), "{}");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("__import__('types').SimpleNamespace()", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::object_dir(object.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(result.type_name(), "list");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`.
/// unsafe { raw::object_dump(Some(object.raw())) };
/// assert_eq!(format!("{object:?}"), "'ink'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("3.14159", None)?;
/// let spec = py.eval("'.2f'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::object_format(object.raw(), Some(spec.raw())) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "'3.14'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("[]", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::object_gc_is_finalized(object.raw()) };
/// assert_eq!(result, 0);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("[]", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::object_gc_is_tracked(object.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("__import__('types').SimpleNamespace(ink=3)", None)?;
/// let name = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::object_generic_get_attr(object.raw(), name.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "3");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("__import__('types').SimpleNamespace(ink=3)", None)?;
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::object_generic_get_dict(object.raw(), core::ptr::null_mut()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "{'ink': 3}");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("object()", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::object_generic_hash(object.raw()) };
/// assert_eq!(result, object.hash()?);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("__import__('types').SimpleNamespace()", None)?;
/// let name = py.eval("'ink'", None)?;
/// let value = py.eval("3", None)?;
/// // SAFETY: attached, by `py`.
/// unsafe { raw::object_generic_set_attr(object.raw(), name.raw(), Some(value.raw())) }?;
/// assert_eq!(format!("{object:?}"), "namespace(ink=3)");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("__import__('functools').partial(len)", None)?;
/// let value = py.eval("{'ink': 3}", None)?;
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// unsafe { raw::object_generic_set_dict(object.raw(), value.raw(), core::ptr::null_mut()) }?;
/// assert_eq!(format!("{:?}", object.getattr("ink")?), "3");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("set()", None)?;
/// // SAFETY: attached, by `py`; `object` is a `object`.
/// let result = unsafe { raw::object_get_weakrefs_listptr_unchecked(object.raw()) };
/// assert!(!result.is_null());
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("type('Blots', (), {'__aiter__': lambda self: self, '__anext__': lambda self: None})()", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::object_get_a_iter(object.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(result.type_name(), "Blots");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("__import__('types').SimpleNamespace(ink=3)", None)?;
/// let name = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::object_get_attr(object.raw(), name.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "3");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("__import__('types').SimpleNamespace(ink=3)", None)?;
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::object_get_attr_string(object.raw(), c"ink".as_ptr()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "3");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("[5]", None)?;
/// let key = py.eval("0", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::object_get_item(object.raw(), key.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "5");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("type('Blot', (), {})", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::object_get_item_data(object.raw()) }?;
/// assert!(!result.is_null());
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("type('Blot', (), {})", None)?;
/// // SAFETY: attached, by `py`; `object` is a `object`.
/// let result = unsafe { raw::object_get_item_data_during_gc(object.raw()) };
/// assert!(!result.is_null());
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("[5]", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::object_get_iter(object.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{:?}", result.call_method("__next__", ())?), "5");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("__import__('types').SimpleNamespace(ink=3)", None)?;
/// let name = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::object_get_optional_attr(object.raw(), name.raw()) }?.expect("there is one");
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "3");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("__import__('types').SimpleNamespace(ink=3)", None)?;
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::object_get_optional_attr_string(object.raw(), c"ink".as_ptr()) }?.expect("there is one");
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "3");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// py.run("class Blot: pass", None)?;
/// let object = py.eval("Blot()", None)?;
/// let class = py.eval("Blot", None)?;
/// // SAFETY: attached, by `py`; `object` is a `object`; `class` is a `PyTypeObject`.
/// let result = unsafe { raw::object_get_type_data(object.raw(), class.raw()) }?;
/// assert!(!result.is_null());
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// py.run("class Blot: pass", None)?;
/// let object = py.eval("Blot()", None)?;
/// let class = py.eval("Blot", None)?;
/// // SAFETY: attached, by `py`; `object` is a `object`; `class` is a `PyTypeObject`.
/// let result = unsafe { raw::object_get_type_data_during_gc(object.raw(), class.raw()) };
/// assert!(!result.is_null());
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("__import__('types').SimpleNamespace(ink=3)", None)?;
/// let name = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::object_has_attr(object.raw(), name.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("__import__('types').SimpleNamespace(ink=3)", None)?;
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::object_has_attr_string(object.raw(), c"ink".as_ptr()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("__import__('types').SimpleNamespace(ink=3)", None)?;
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::object_has_attr_string_with_error(object.raw(), c"ink".as_ptr()) }?;
/// assert!(result);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("__import__('types').SimpleNamespace(ink=3)", None)?;
/// let name = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::object_has_attr_with_error(object.raw(), name.raw()) }?;
/// assert!(result);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("3", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::object_hash(object.raw()) }?;
/// assert_eq!(result, 3);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("[]", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::object_hash_not_implemented(object.raw()) };
/// assert_eq!(PyErr::from(result).to_string(), "TypeError: unhashable type: 'list'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("[]", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::object_is_gc_unchecked(object.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("3", None)?;
/// let class = py.eval("int", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::object_is_instance(object.raw(), class.raw()) }?;
/// assert!(result);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let derived = py.eval("bool", None)?;
/// let class = py.eval("int", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::object_is_subclass(derived.raw(), class.raw()) }?;
/// assert!(result);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("[1]", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::object_is_true(object.raw()) }?;
/// assert!(result);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::object_length(object.raw()) }?;
/// assert_eq!(result, 3);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("iter([1])", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::object_length_hint(object.raw(), 9) }?;
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("[]", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::object_not(object.raw()) }?;
/// assert!(result);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::object_repr(object.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), r#""'ink'""#);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let left = py.eval("1", None)?;
/// let right = py.eval("2", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::object_rich_compare(left.raw(), right.raw(), pyo3_ffi::Py_LT) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "True");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let left = py.eval("1", None)?;
/// let right = py.eval("2", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::object_rich_compare_bool(left.raw(), right.raw(), pyo3_ffi::Py_LT) }?;
/// assert!(result);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::object_self_iter(object.raw()) };
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "'ink'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("__import__('types').SimpleNamespace()", None)?;
/// let name = py.eval("'ink'", None)?;
/// let value = py.eval("3", None)?;
/// // SAFETY: attached, by `py`.
/// unsafe { raw::object_set_attr(object.raw(), name.raw(), value.raw()) }?;
/// assert_eq!(format!("{object:?}"), "namespace(ink=3)");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("__import__('types').SimpleNamespace()", None)?;
/// let value = py.eval("3", None)?;
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// unsafe { raw::object_set_attr_string(object.raw(), c"ink".as_ptr(), value.raw()) }?;
/// assert_eq!(format!("{object:?}"), "namespace(ink=3)");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("{}", None)?;
/// let key = py.eval("1", None)?;
/// let value = py.eval("2", None)?;
/// // SAFETY: attached, by `py`.
/// unsafe { raw::object_set_item(object.raw(), key.raw(), value.raw()) }?;
/// assert_eq!(format!("{object:?}"), "{1: 2}");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::object_size(object.raw()) }?;
/// assert_eq!(result, 3);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("12", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::object_str(object.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "'12'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("3", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::object_type(object.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "<class 'int'>");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("True", None)?;
/// let class = py.eval("int", None)?;
/// // SAFETY: attached, by `py`; `class` is a `PyTypeObject`.
/// let result = unsafe { raw::object_type_check(object.raw(), class.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// use core::ffi::{c_int, c_void};
/// unsafe extern "C" fn count(_: *mut raw::PyObject, seen: *mut c_void) -> c_int {
///     // SAFETY: the number below, which nobody else has.
///     unsafe { *seen.cast::<u32>() += 1 };
///     0
/// }
/// py.run("class Blot:\n    def __init__(self): self.size = 3", None)?;
/// let mut seen = 0_u32;
/// let object = py.eval("Blot()", None)?;
/// // SAFETY: attached, by `py`; `object` is a `object`; what pointers lead to outlives the call.
/// let result = unsafe { raw::object_visit_managed_dict(object.raw(), count, (&raw mut seen).cast()) };
/// assert_eq!(result, 0);
/// assert!(seen > 0);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
