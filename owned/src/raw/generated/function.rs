//! Functions, built-in functions and bound methods, and the names of keyword arguments. Written by `cargo xtask contracts`: change the table, not this.

use core::ffi::c_int;

use super::super::ffi;
use super::super::refs::{BorrowedRef, Failed, NewRef};
use super::super::results;

/// `PyArg_ValidateKeywordArguments`.
///
/// TypeError if a key is no str, SystemError for what is no dict.
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
/// let kwargs = py.eval("{'ink': 1}", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::arg_validate_keyword_arguments(kwargs.raw()) }?;
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn arg_validate_keyword_arguments(kwargs: BorrowedRef<'_>) -> Result<c_int, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyArg_ValidateKeywordArguments(kwargs.as_ptr()) };
    results::unless(outcome, 0)
}

/// `PyCFunction_Call`. Can run Python code.
///
/// Another name of PyObject_Call.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `args` is a `tuple`; `kwargs` is a `dict`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let callable = py.eval("len", None)?;
/// let args = py.eval("('ink',)", None)?;
/// // SAFETY: attached, by `py`; `args` is a `tuple`; `kwargs` is a `dict`.
/// let result = unsafe { raw::c_function_call(callable.raw(), args.raw(), None) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "3");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_3_13)))]
#[inline]
pub unsafe fn c_function_call(
    callable: BorrowedRef<'_>,
    args: BorrowedRef<'_>,
    kwargs: Option<BorrowedRef<'_>>,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyCFunction_Call(callable.as_ptr(), args.as_ptr(), results::or_null(kwargs)) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyCFunction_Check`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("len", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::c_function_check(object.raw()) };
/// assert!(result);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn c_function_check(object: BorrowedRef<'_>) -> bool {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyCFunction_Check(object.as_ptr()) };
    outcome != 0
}

/// `PyCFunction_CheckExact`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("len", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::c_function_check_exact(object.raw()) };
/// assert!(result);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn c_function_check_exact(object: BorrowedRef<'_>) -> bool {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyCFunction_CheckExact(object.as_ptr()) };
    outcome != 0
}

/// `PyCFunction_GET_CLASS`. The result is borrowed from `function`.
///
/// # Safety
/// This thread is attached as long as the result lives; `function` is a `builtin`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let function = py.eval("len", None)?;
/// // SAFETY: attached, by `py`; `function` is a `builtin`.
/// let result = unsafe { raw::c_function_get_class_unchecked(function.raw()) };
/// assert!(result.is_none());
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn c_function_get_class_unchecked<'a>(function: BorrowedRef<'a>) -> Option<BorrowedRef<'a>> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyCFunction_GET_CLASS(function.as_ptr()) };
    // SAFETY: by the contract borrowed, or NULL; the caller's life for it.
    unsafe { BorrowedRef::from_ptr(outcome.cast()) }
}

/// `PyCFunction_GET_FLAGS`.
///
/// # Safety
/// This thread is attached; `function` is a `builtin`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let function = py.eval("len", None)?;
/// // SAFETY: attached, by `py`; `function` is a `builtin`.
/// let result = unsafe { raw::c_function_get_flags_unchecked(function.raw()) };
/// assert_eq!(result, pyo3_ffi::METH_O);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn c_function_get_flags_unchecked(function: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyCFunction_GET_FLAGS(function.as_ptr()) }
}

/// `PyCFunction_GET_SELF`. The result is borrowed from `function`.
///
/// # Safety
/// This thread is attached as long as the result lives; `function` is a `builtin`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let function = py.eval("[].append", None)?;
/// // SAFETY: attached, by `py`; `function` is a `builtin`.
/// let result = unsafe { raw::c_function_get_self_unchecked(function.raw()) }.expect("there is one");
/// // SAFETY: what lends the object keeps it.
/// let result: Borrowed<'_, '_, Any> = unsafe { Borrowed::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "[]");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn c_function_get_self_unchecked<'a>(function: BorrowedRef<'a>) -> Option<BorrowedRef<'a>> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyCFunction_GET_SELF(function.as_ptr()) };
    // SAFETY: by the contract borrowed, or NULL; the caller's life for it.
    unsafe { BorrowedRef::from_ptr(outcome) }
}

/// `PyCFunction_GetFlags`.
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
/// let function = py.eval("len", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::c_function_get_flags(function.raw()) }?;
/// assert_eq!(result, pyo3_ffi::METH_O);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn c_function_get_flags(function: BorrowedRef<'_>) -> Result<c_int, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyCFunction_GetFlags(function.as_ptr()) };
    results::unless(outcome, -1)
}

/// `PyCFunction_New`. Takes a reference of its own to `receiver`. Can run Python code.
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
/// let receiver = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::c_function_new(definition, Some(receiver.raw())) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{:?}", result.call(())?), "'ink'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn c_function_new(
    definition: *mut ffi::PyMethodDef,
    receiver: Option<BorrowedRef<'_>>,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyCFunction_New(definition, results::or_null(receiver)) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyCFunction_NewEx`. Takes a reference of its own to `receiver`, `module`. Can run Python code.
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
/// let receiver = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::c_function_new_ex(definition, Some(receiver.raw()), None) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{:?}", result.call(())?), "'ink'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn c_function_new_ex(
    definition: *mut ffi::PyMethodDef,
    receiver: Option<BorrowedRef<'_>>,
    module: Option<BorrowedRef<'_>>,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyCFunction_NewEx(definition, results::or_null(receiver), results::or_null(module)) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyClassMethod_New`. Takes a reference of its own to `callable`. Can run Python code.
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
/// let callable = py.eval("len", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::class_method_new(callable.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(result.type_name(), "classmethod");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn class_method_new(callable: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { PyClassMethod_New(callable.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyCMethod_Check`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("len", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::c_method_check(object.raw()) };
/// assert!(!result);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn c_method_check(object: BorrowedRef<'_>) -> bool {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyCMethod_Check(object.as_ptr()) };
    outcome != 0
}

/// `PyCMethod_CheckExact`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("len", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::c_method_check_exact(object.raw()) };
/// assert!(!result);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn c_method_check_exact(object: BorrowedRef<'_>) -> bool {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyCMethod_CheckExact(object.as_ptr()) };
    outcome != 0
}

/// `PyCMethod_New`. Takes a reference of its own to `receiver`, `module`, `class`. Can run Python code.
///
/// `class` is for METH_METHOD, and only for it.
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
/// let receiver = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`; `class` is a `PyTypeObject`; what pointers lead to outlives the call.
/// let result = unsafe { raw::c_method_new(definition, Some(receiver.raw()), None, None) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{:?}", result.call(())?), "'ink'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn c_method_new(
    definition: *mut ffi::PyMethodDef,
    receiver: Option<BorrowedRef<'_>>,
    module: Option<BorrowedRef<'_>>,
    class: Option<BorrowedRef<'_>>,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe {
        ffi::PyCMethod_New(
            definition,
            results::or_null(receiver),
            results::or_null(module),
            results::or_null(class).cast(),
        )
    };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyFunction_Check`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("lambda: 0", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::function_check(object.raw()) };
/// assert!(result);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn function_check(object: BorrowedRef<'_>) -> bool {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyFunction_Check(object.as_ptr()) };
    outcome != 0
}

/// `PyFunction_GetGlobals`. The result is borrowed from `function`.
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
/// let function = py.eval("lambda: 0", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::function_get_globals(function.raw()) }?;
/// // SAFETY: what lends the object keeps it.
/// let result: Borrowed<'_, '_, Any> = unsafe { Borrowed::from_ref(py, result) };
/// assert_eq!(result.type_name(), "dict");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn function_get_globals<'a>(function: BorrowedRef<'a>) -> Result<BorrowedRef<'a>, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyFunction_GetGlobals(function.as_ptr()) };
    // SAFETY: by the contract borrowed, or NULL; the caller's life for it.
    unsafe { BorrowedRef::from_ptr(outcome) }.ok_or_else(Failed::set)
}

/// `PyFunction_New`. Takes a reference of its own to `code`, `globals`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `code` is a `code`; `globals` is a `dict`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let code = py.eval("(lambda: 5).__code__", None)?;
/// let globals = py.eval("{}", None)?;
/// // SAFETY: attached, by `py`; `code` is a `code`; `globals` is a `dict`.
/// let result = unsafe { raw::function_new(code.raw(), globals.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{:?}", result.call(())?), "5");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn function_new(code: BorrowedRef<'_>, globals: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyFunction_New(code.as_ptr(), globals.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyFunction_NewWithQualName`. Takes a reference of its own to `code`, `globals`, `qualname`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `code` is a `code`; `globals` is a `dict`; `qualname` is a
/// `str`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let code = py.eval("(lambda: 5).__code__", None)?;
/// let globals = py.eval("{}", None)?;
/// let qualname = py.eval("'Ink.draw'", None)?;
/// // SAFETY: attached, by `py`; `code` is a `code`; `globals` is a `dict`; `qualname` is a `str`.
/// let result = unsafe { raw::function_new_with_qual_name(code.raw(), globals.raw(), Some(qualname.raw())) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{:?}", result.getattr("__qualname__")?), "'Ink.draw'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn function_new_with_qual_name(
    code: BorrowedRef<'_>,
    globals: BorrowedRef<'_>,
    qualname: Option<BorrowedRef<'_>>,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome =
        unsafe { ffi::PyFunction_NewWithQualName(code.as_ptr(), globals.as_ptr(), results::or_null(qualname)) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyFunction_SetAnnotations`. Takes a reference of its own to `annotations`. Can run Python code.
///
/// `annotations` can be None.
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
/// let function = py.eval("lambda a: a", None)?;
/// let annotations = py.eval("{'a': int}", None)?;
/// // SAFETY: attached, by `py`.
/// unsafe { raw::function_set_annotations(function.raw(), annotations.raw()) }?;
/// assert_eq!(format!("{:?}", function.getattr("__annotations__")?), "{'a': <class 'int'>}");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn function_set_annotations(function: BorrowedRef<'_>, annotations: BorrowedRef<'_>) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyFunction_SetAnnotations(function.as_ptr(), annotations.as_ptr()) };
    results::status(outcome)
}

/// `PyFunction_SetClosure`. Takes a reference of its own to `closure`. Can run Python code.
///
/// `closure` can be None; that it has as many cells as the code needs is not checked.
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
/// let function = py.eval("(lambda x: lambda: x)(1)", None)?;
/// let closure = py.eval("(__import__('types').CellType(2),)", None)?;
/// // SAFETY: attached, by `py`.
/// unsafe { raw::function_set_closure(function.raw(), closure.raw()) }?;
/// assert_eq!(format!("{:?}", function.call(())?), "2");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn function_set_closure(function: BorrowedRef<'_>, closure: BorrowedRef<'_>) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyFunction_SetClosure(function.as_ptr(), closure.as_ptr()) };
    results::status(outcome)
}

/// `PyFunction_SetDefaults`. Takes a reference of its own to `defaults`. Can run Python code.
///
/// `defaults` can be None.
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
/// let function = py.eval("lambda a: a", None)?;
/// let defaults = py.eval("(3,)", None)?;
/// // SAFETY: attached, by `py`.
/// unsafe { raw::function_set_defaults(function.raw(), defaults.raw()) }?;
/// assert_eq!(format!("{:?}", function.getattr("__defaults__")?), "(3,)");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn function_set_defaults(function: BorrowedRef<'_>, defaults: BorrowedRef<'_>) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyFunction_SetDefaults(function.as_ptr(), defaults.as_ptr()) };
    results::status(outcome)
}

/// `PyFunction_SetKwDefaults`. Takes a reference of its own to `defaults`. Can run Python code.
///
/// `defaults` can be None.
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
/// let function = py.eval("lambda *, a: a", None)?;
/// let defaults = py.eval("{'a': 3}", None)?;
/// // SAFETY: attached, by `py`.
/// unsafe { raw::function_set_kw_defaults(function.raw(), defaults.raw()) }?;
/// assert_eq!(format!("{:?}", function.getattr("__kwdefaults__")?), "{'a': 3}");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn function_set_kw_defaults(function: BorrowedRef<'_>, defaults: BorrowedRef<'_>) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyFunction_SetKwDefaults(function.as_ptr(), defaults.as_ptr()) };
    results::status(outcome)
}

/// `PyFunction_SetVectorcall`.
///
/// # Safety
/// This thread is attached; `function` is a `PyFunctionObject`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// unsafe extern "C" fn itself(
///     function: *mut raw::PyObject,
///     _: *const *mut raw::PyObject,
///     _: usize,
///     _: *mut raw::PyObject,
/// ) -> *mut raw::PyObject {
///     // SAFETY: Python calls on an attached thread, with an object.
///     unsafe { pyo3_ffi::Py_NewRef(function) }
/// }
/// let function = py.eval("lambda: 0", None)?;
/// // SAFETY: attached, by `py`; `function` is a `PyFunctionObject`.
/// unsafe { raw::function_set_vectorcall(function.raw(), itself) };
/// assert!(function.call(())?.is(&function));
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_12, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn function_set_vectorcall(function: BorrowedRef<'_>, vectorcall: ffi::vectorcallfunc) {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { PyFunction_SetVectorcall(function.as_ptr().cast(), vectorcall) };
}

/// `PyInstanceMethod_Function`. The result is borrowed from `method`.
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
/// let function = py.eval("len", None)?;
/// // SAFETY: attached, by `py`.
/// let method = unsafe { raw::instance_method_new(function.raw()) }?;
/// // SAFETY: attached, by `py`; `method` is an `instancemethod`.
/// let inside = unsafe { raw::instance_method_function(method.borrow()) }?;
/// // SAFETY: the object lives as long as what lends it.
/// let inside: Borrowed<'_, '_, Any> = unsafe { Borrowed::from_ref(py, inside) };
/// assert!(inside.is(&function));
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn instance_method_function<'a>(method: BorrowedRef<'a>) -> Result<BorrowedRef<'a>, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { PyInstanceMethod_Function(method.as_ptr()) };
    // SAFETY: by the contract borrowed, or NULL; the caller's life for it.
    unsafe { BorrowedRef::from_ptr(outcome) }.ok_or_else(Failed::set)
}

/// `PyInstanceMethod_New`. Takes a reference of its own to `function`. Can run Python code.
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
/// let function = py.eval("len", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::instance_method_new(function.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(result.type_name(), "instancemethod");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn instance_method_new(function: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { PyInstanceMethod_New(function.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyMethod_Function`. The result is borrowed from `method`.
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
/// let method = py.eval("__import__('types').MethodType(len, 'ink')", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::method_function(method.raw()) }?;
/// // SAFETY: what lends the object keeps it.
/// let result: Borrowed<'_, '_, Any> = unsafe { Borrowed::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "<built-in function len>");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn method_function<'a>(method: BorrowedRef<'a>) -> Result<BorrowedRef<'a>, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { PyMethod_Function(method.as_ptr()) };
    // SAFETY: by the contract borrowed, or NULL; the caller's life for it.
    unsafe { BorrowedRef::from_ptr(outcome) }.ok_or_else(Failed::set)
}

/// `PyMethod_New`. Takes a reference of its own to `function`, `receiver`. Can run Python code.
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
/// let function = py.eval("len", None)?;
/// let receiver = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::method_new(function.raw(), receiver.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{:?}", result.call(())?), "3");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn method_new(function: BorrowedRef<'_>, receiver: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { PyMethod_New(function.as_ptr(), receiver.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyMethod_Self`. The result is borrowed from `method`.
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
/// let method = py.eval("__import__('types').MethodType(len, 'ink')", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::method_self(method.raw()) }?;
/// // SAFETY: what lends the object keeps it.
/// let result: Borrowed<'_, '_, Any> = unsafe { Borrowed::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "'ink'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn method_self<'a>(method: BorrowedRef<'a>) -> Result<BorrowedRef<'a>, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { PyMethod_Self(method.as_ptr()) };
    // SAFETY: by the contract borrowed, or NULL; the caller's life for it.
    unsafe { BorrowedRef::from_ptr(outcome) }.ok_or_else(Failed::set)
}

/// `PyStaticMethod_New`. Takes a reference of its own to `callable`. Can run Python code.
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
/// let callable = py.eval("len", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::static_method_new(callable.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(result.type_name(), "staticmethod");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn static_method_new(callable: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { PyStaticMethod_New(callable.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

crate::raw::libpython! {
    #[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
    fn PyClassMethod_New(callable: *mut ffi::PyObject) -> *mut ffi::PyObject;
    #[cfg(all(feature = "raw", Py_3_12, not(Py_LIMITED_API)))]
    fn PyFunction_SetVectorcall(function: *mut ffi::PyFunctionObject, vectorcall: ffi::vectorcallfunc);
    #[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
    fn PyInstanceMethod_Function(method: *mut ffi::PyObject) -> *mut ffi::PyObject;
    #[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
    fn PyInstanceMethod_New(function: *mut ffi::PyObject) -> *mut ffi::PyObject;
    #[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
    fn PyMethod_Function(method: *mut ffi::PyObject) -> *mut ffi::PyObject;
    fn PyMethod_New(function: *mut ffi::PyObject, receiver: *mut ffi::PyObject) -> *mut ffi::PyObject;
    #[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
    fn PyMethod_Self(method: *mut ffi::PyObject) -> *mut ffi::PyObject;
    #[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
    fn PyStaticMethod_New(callable: *mut ffi::PyObject) -> *mut ffi::PyObject;
}
