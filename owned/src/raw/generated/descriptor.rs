//! Descriptors of methods, members and attributes, and read-only views of mappings. Written by `cargo xtask contracts`: change the table, not this.

use core::ffi::{c_char, c_int};

use super::super::ffi;
use super::super::refs::{BorrowedRef, Failed, NewRef};
use super::super::results;

/// `PyDescr_IsData`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let descriptor = py.eval("property()", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::descr_is_data(descriptor.raw()) };
/// assert!(result);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// unsafe extern "C" fn itself(receiver: *mut raw::PyObject, _: *mut raw::PyObject) -> *mut raw::PyObject {
///     // SAFETY: Python calls on an attached thread, with an object.
///     unsafe { pyo3_ffi::Py_NewRef(receiver) }
/// }
/// let definition = pyo3_ffi::PyMethodDef {
///     ml_name: c"itself".as_ptr(),
///     ml_meth: pyo3_ffi::PyMethodDefPointer { PyCFunction: itself },
///     ml_flags: pyo3_ffi::METH_NOARGS,
///     ml_doc: core::ptr::null(),
/// };
/// let definition = Box::leak(Box::new(definition)); // what is made of it keeps it
/// let class = py.eval("type('Blot', (), {})", None)?;
/// // SAFETY: attached, by `py`; `class` is a `PyTypeObject`; what pointers lead to outlives the call.
/// let result = unsafe { raw::descr_new_class_method(class.raw(), definition) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(result.type_name(), "classmethod_descriptor");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let definition = Box::leak(Box::new(pyo3_ffi::PyGetSetDef { name: c"size".as_ptr(), ..Default::default() }));
/// let class = py.eval("type('Blot', (), {})", None)?;
/// // SAFETY: attached, by `py`; `class` is a `PyTypeObject`; what pointers lead to outlives the call.
/// let result = unsafe { raw::descr_new_get_set(class.raw(), definition) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(result.type_name(), "getset_descriptor");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let member = pyo3_ffi::PyMemberDef {
///     name: c"size".as_ptr(),
///     type_code: pyo3_ffi::Py_T_INT,
///     ..Default::default()
/// };
/// let class = py.eval("type('Blot', (), {})", None)?;
/// // SAFETY: attached, by `py`; `class` is a `PyTypeObject`; what pointers lead to outlives the call.
/// let result = unsafe { raw::descr_new_member(class.raw(), Box::leak(Box::new(member))) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(result.type_name(), "member_descriptor");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// unsafe extern "C" fn itself(receiver: *mut raw::PyObject, _: *mut raw::PyObject) -> *mut raw::PyObject {
///     // SAFETY: Python calls on an attached thread, with an object.
///     unsafe { pyo3_ffi::Py_NewRef(receiver) }
/// }
/// let definition = pyo3_ffi::PyMethodDef {
///     ml_name: c"itself".as_ptr(),
///     ml_meth: pyo3_ffi::PyMethodDefPointer { PyCFunction: itself },
///     ml_flags: pyo3_ffi::METH_NOARGS,
///     ml_doc: core::ptr::null(),
/// };
/// let definition = Box::leak(Box::new(definition)); // what is made of it keeps it
/// let class = py.eval("type('Blot', (), {})", None)?;
/// // SAFETY: attached, by `py`; `class` is a `PyTypeObject`; what pointers lead to outlives the call.
/// let result = unsafe { raw::descr_new_method(class.raw(), definition) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(result.type_name(), "method_descriptor");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let mapping = py.eval("{1: 2}", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::dict_proxy_new(mapping.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "mappingproxy({1: 2})");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let mut member = pyo3_ffi::PyMemberDef {
///     name: c"size".as_ptr(),
///     type_code: pyo3_ffi::Py_T_INT,
///     ..Default::default()
/// };
/// let size: core::ffi::c_int = 3;
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::member_get_one((&raw const size).cast(), &raw mut member) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "3");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let mut member = pyo3_ffi::PyMemberDef {
///     name: c"size".as_ptr(),
///     type_code: pyo3_ffi::Py_T_INT,
///     ..Default::default()
/// };
/// let mut size: core::ffi::c_int = 3;
/// let value = py.eval("5", None)?;
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// unsafe { raw::member_set_one((&raw mut size).cast(), &raw mut member, Some(value.raw())) }?;
/// assert_eq!(size, 5);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let descriptor = py.eval("int.__add__", None)?;
/// let receiver = py.eval("3", None)?;
/// // SAFETY: attached, by `py`; `descriptor` is a `descriptor`; `receiver` is a `object`.
/// let result = unsafe { raw::wrapper_new(descriptor.raw(), receiver.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{:?}", result.call((py.eval("4", None)?,))?), "7");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
