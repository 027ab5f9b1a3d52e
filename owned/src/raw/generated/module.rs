//! Module objects: making them from definitions, filling them, and their state. Written by `cargo xtask contracts`: change the table, not this.

use core::ffi::{c_char, c_int, c_long, c_void};

use super::super::ffi;
use super::super::refs::{BorrowedRef, Failed, NewRef, StolenArg};
use super::super::{compat, results};

/// `PyModule_Add`. Steals `value`, also on failure. Can run Python code. Below 3.13 a backport.
///
/// NULL as `value` needs an exception to be set, and the call fails with it.
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
/// let module = py.eval("__import__('types').ModuleType('ink')", None)?;
/// let value = py.eval("3", None)?;
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// unsafe { raw::module_add(module.raw(), c"size".as_ptr(), Some(value.into_stolen())) }?;
/// assert_eq!(format!("{:?}", module.getattr("size")?), "3");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn module_add(
    module: BorrowedRef<'_>,
    name: *const c_char,
    value: Option<StolenArg<'_>>,
) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { compat::PyModule_Add(module.as_ptr(), name, results::stolen_or_null(value)) };
    results::status(outcome)
}

/// `PyModule_AddFunctions`. Takes a reference of its own to `module`. Can run Python code.
///
/// Each function keeps the module; `functions` is not copied.
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
/// let functions = Box::leak(Box::new([definition, pyo3_ffi::PyMethodDef::zeroed()])); // the module keeps them
/// let module = py.eval("__import__('types').ModuleType('ink')", None)?;
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// unsafe { raw::module_add_functions(module.raw(), functions.as_mut_ptr()) }?;
/// assert!(module.call_method("itself", ())?.is(&module));
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn module_add_functions(module: BorrowedRef<'_>, functions: *mut ffi::PyMethodDef) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyModule_AddFunctions(module.as_ptr(), functions) };
    results::status(outcome)
}

/// `PyModule_AddIntConstant`. Can run Python code.
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
/// let module = py.eval("__import__('types').ModuleType('ink')", None)?;
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// unsafe { raw::module_add_int_constant(module.raw(), c"size".as_ptr(), 3) }?;
/// assert_eq!(format!("{:?}", module.getattr("size")?), "3");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn module_add_int_constant(
    module: BorrowedRef<'_>,
    name: *const c_char,
    value: c_long,
) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyModule_AddIntConstant(module.as_ptr(), name, value) };
    results::status(outcome)
}

/// `PyModule_AddObject`. Steals `value` on success; on failure the wrapper releases it. Can run Python code.
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
/// let module = py.eval("__import__('types').ModuleType('ink')", None)?;
/// let value = py.eval("3", None)?;
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// unsafe { raw::module_add_object(module.raw(), c"size".as_ptr(), value.into_stolen()) }?;
/// assert_eq!(format!("{:?}", module.getattr("size")?), "3");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn module_add_object(
    module: BorrowedRef<'_>,
    name: *const c_char,
    value: StolenArg<'_>,
) -> Result<(), Failed> {
    let mut value = core::mem::ManuallyDrop::new(value);
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyModule_AddObject(module.as_ptr(), name, value.as_ptr()) };
    if outcome == -1 {
        // SAFETY: the call failed, so the reference is still ours; it is released once, here.
        unsafe { core::mem::ManuallyDrop::drop(&mut value) };
    }
    results::status(outcome)
}

/// `PyModule_AddObjectRef`. Takes a reference of its own to `value`. Can run Python code.
///
/// NULL as `value` needs an exception to be set, and the call fails with it.
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
/// let module = py.eval("__import__('types').ModuleType('ink')", None)?;
/// let value = py.eval("3", None)?;
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// unsafe { raw::module_add_object_ref(module.raw(), c"size".as_ptr(), Some(value.raw())) }?;
/// assert_eq!(format!("{:?}", module.getattr("size")?), "3");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn module_add_object_ref(
    module: BorrowedRef<'_>,
    name: *const c_char,
    value: Option<BorrowedRef<'_>>,
) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyModule_AddObjectRef(module.as_ptr(), name, results::or_null(value)) };
    results::status(outcome)
}

/// `PyModule_AddStringConstant`. Can run Python code.
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
/// let module = py.eval("__import__('types').ModuleType('ink')", None)?;
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// unsafe { raw::module_add_string_constant(module.raw(), c"colour".as_ptr(), c"blue".as_ptr()) }?;
/// assert_eq!(format!("{:?}", module.getattr("colour")?), "'blue'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn module_add_string_constant(
    module: BorrowedRef<'_>,
    name: *const c_char,
    value: *const c_char,
) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyModule_AddStringConstant(module.as_ptr(), name, value) };
    results::status(outcome)
}

/// `PyModule_AddType`. Takes a reference of its own to `class`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `class` is a `PyTypeObject`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let module = py.eval("__import__('types').ModuleType('ink')", None)?;
/// let class = py.eval("int", None)?;
/// // SAFETY: attached, by `py`; `class` is a `PyTypeObject`.
/// unsafe { raw::module_add_type(module.raw(), class.raw()) }?;
/// assert_eq!(format!("{:?}", module.getattr("int")?), "<class 'int'>");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn module_add_type(module: BorrowedRef<'_>, class: BorrowedRef<'_>) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyModule_AddType(module.as_ptr(), class.as_ptr().cast()) };
    results::status(outcome)
}

/// `PyModule_Check`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("__import__('sys')", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::module_check(object.raw()) };
/// assert!(result);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn module_check(object: BorrowedRef<'_>) -> bool {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyModule_Check(object.as_ptr()) };
    outcome != 0
}

/// `PyModule_CheckExact`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("__import__('sys')", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::module_check_exact(object.raw()) };
/// assert!(result);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn module_check_exact(object: BorrowedRef<'_>) -> bool {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyModule_CheckExact(object.as_ptr()) };
    outcome != 0
}

/// `PyModule_Create`. Can run Python code.
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
/// let definition = Box::leak(Box::new(pyo3_ffi::PyModuleDef {
///     m_base: pyo3_ffi::PyModuleDef_HEAD_INIT,
///     m_name: c"ink".as_ptr(),
///     m_doc: core::ptr::null(),
///     m_size: 0,
///     m_methods: core::ptr::null_mut(),
///     m_slots: core::ptr::null_mut(),
///     m_traverse: None,
///     m_clear: None,
///     m_free: None,
/// })); // the module keeps it
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::module_create(definition) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{:?}", result.getattr("__name__")?), "'ink'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn module_create(definition: *mut ffi::PyModuleDef) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyModule_Create(definition) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyModule_Create2`. Can run Python code.
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
/// let definition = Box::leak(Box::new(pyo3_ffi::PyModuleDef {
///     m_base: pyo3_ffi::PyModuleDef_HEAD_INIT,
///     m_name: c"ink".as_ptr(),
///     m_doc: core::ptr::null(),
///     m_size: 0,
///     m_methods: core::ptr::null_mut(),
///     m_slots: core::ptr::null_mut(),
///     m_traverse: None,
///     m_clear: None,
///     m_free: None,
/// })); // the module keeps it
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::module_create2(definition, pyo3_ffi::PYTHON_API_VERSION) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{:?}", result.getattr("__name__")?), "'ink'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn module_create2(definition: *mut ffi::PyModuleDef, api_version: c_int) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyModule_Create2(definition, api_version) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyModule_Exec`. Can run Python code.
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
/// let module = py.eval("__import__('types').ModuleType('ink')", None)?;
/// // SAFETY: attached, by `py`.
/// unsafe { raw::module_exec(module.raw()) }?;
/// assert_eq!(format!("{:?}", module.getattr("__name__")?), "'ink'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_15))]
#[inline]
pub unsafe fn module_exec(module: BorrowedRef<'_>) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyModule_Exec(module.as_ptr()) };
    results::status(outcome)
}

/// `PyModule_ExecDef`. Can run Python code.
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
/// let definition = Box::leak(Box::new(pyo3_ffi::PyModuleDef {
///     m_base: pyo3_ffi::PyModuleDef_HEAD_INIT,
///     m_name: c"ink".as_ptr(),
///     m_doc: core::ptr::null(),
///     m_size: 0,
///     m_methods: core::ptr::null_mut(),
///     m_slots: core::ptr::null_mut(),
///     m_traverse: None,
///     m_clear: None,
///     m_free: None,
/// })); // the module keeps it
/// let module = py.eval("__import__('types').ModuleType('ink')", None)?;
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// unsafe { raw::module_exec_def(module.raw(), definition) }?;
/// assert_eq!(format!("{:?}", module.getattr("__name__")?), "'ink'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn module_exec_def(module: BorrowedRef<'_>, definition: *mut ffi::PyModuleDef) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyModule_ExecDef(module.as_ptr(), definition) };
    results::status(outcome)
}

/// `PyModule_FromDefAndSpec`. Can run Python code.
///
/// A create slot can return what is no module.
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
/// let definition = Box::leak(Box::new(pyo3_ffi::PyModuleDef {
///     m_base: pyo3_ffi::PyModuleDef_HEAD_INIT,
///     m_name: c"ink".as_ptr(),
///     m_doc: core::ptr::null(),
///     m_size: 0,
///     m_methods: core::ptr::null_mut(),
///     m_slots: core::ptr::null_mut(),
///     m_traverse: None,
///     m_clear: None,
///     m_free: None,
/// })); // the module keeps it
/// let spec = py.eval("__import__('types').SimpleNamespace(name='ink')", None)?;
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::module_from_def_and_spec(definition, spec.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{:?}", result.getattr("__name__")?), "'ink'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn module_from_def_and_spec(
    definition: *mut ffi::PyModuleDef,
    spec: BorrowedRef<'_>,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyModule_FromDefAndSpec(definition, spec.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyModule_FromDefAndSpec2`. Can run Python code.
///
/// A create slot can return what is no module.
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
/// let definition = Box::leak(Box::new(pyo3_ffi::PyModuleDef {
///     m_base: pyo3_ffi::PyModuleDef_HEAD_INIT,
///     m_name: c"ink".as_ptr(),
///     m_doc: core::ptr::null(),
///     m_size: 0,
///     m_methods: core::ptr::null_mut(),
///     m_slots: core::ptr::null_mut(),
///     m_traverse: None,
///     m_clear: None,
///     m_free: None,
/// })); // the module keeps it
/// let spec = py.eval("__import__('types').SimpleNamespace(name='ink')", None)?;
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::module_from_def_and_spec2(definition, spec.raw(), pyo3_ffi::PYTHON_API_VERSION) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{:?}", result.getattr("__name__")?), "'ink'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn module_from_def_and_spec2(
    definition: *mut ffi::PyModuleDef,
    spec: BorrowedRef<'_>,
    api_version: c_int,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyModule_FromDefAndSpec2(definition, spec.as_ptr(), api_version) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyModule_FromSlotsAndSpec`. Can run Python code.
///
/// A create slot can return what is no module.
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
/// use pyo3_ffi::{PySlot_DATA, PySlot_END, Py_mod_abi};
/// pyo3_ffi::PyABIInfo_VAR!(ABI);
/// let abi = PySlot_DATA(Py_mod_abi, (&raw mut ABI).cast());
/// let slots = Box::leak(Box::new([abi, PySlot_END()])); // the module keeps them
/// let spec = py.eval("__import__('types').SimpleNamespace(name='ink')", None)?;
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::module_from_slots_and_spec(slots.as_ptr(), spec.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{:?}", result.getattr("__name__")?), "'ink'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_15))]
#[inline]
pub unsafe fn module_from_slots_and_spec(slots: *const ffi::PySlot, spec: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyModule_FromSlotsAndSpec(slots, spec.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyModule_GetDef`.
///
/// NULL without an exception for a module that was not made from a definition.
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
/// let module = py.eval("__import__('itertools')", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::module_get_def(module.raw()) }?;
/// assert!(!result.is_null());
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(any(feature = "raw", feature = "adopt"))]
#[inline]
pub unsafe fn module_get_def(module: BorrowedRef<'_>) -> Result<*mut ffi::PyModuleDef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyModule_GetDef(module.as_ptr()) };
    results::pointer_or_end(outcome)
}

/// `PyModule_GetDict`. The result is borrowed from `module`.
///
/// The module never replaces its dict.
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
/// let module = py.eval("__import__('types').ModuleType('ink')", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::module_get_dict(module.raw()) }?;
/// // SAFETY: what lends the object keeps it.
/// let result: Borrowed<'_, '_, Any> = unsafe { Borrowed::from_ref(py, result) };
/// assert_eq!(result.type_name(), "dict");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn module_get_dict<'a>(module: BorrowedRef<'a>) -> Result<BorrowedRef<'a>, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyModule_GetDict(module.as_ptr()) };
    // SAFETY: by the contract borrowed, or NULL; the caller's life for it.
    unsafe { BorrowedRef::from_ptr(outcome) }.ok_or_else(Failed::set)
}

/// `PyModule_GetFilename`. Can run Python code.
///
/// The text lives as long as the module's `__file__`, which Python code can replace.
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
/// let module = py.eval("__import__('os')", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::module_get_filename(module.raw()) }?;
/// assert!(!result.is_null());
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn module_get_filename(module: BorrowedRef<'_>) -> Result<*const c_char, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyModule_GetFilename(module.as_ptr()) };
    results::pointer(outcome)
}

/// `PyModule_GetFilenameObject`. Can run Python code.
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
/// let module = py.eval("__import__('os')", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::module_get_filename_object(module.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(result.type_name(), "str");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn module_get_filename_object(module: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyModule_GetFilenameObject(module.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyModule_GetName`. Can run Python code.
///
/// The text lives as long as the module's `__name__`, which Python code can replace.
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
/// let module = py.eval("__import__('types').ModuleType('ink')", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::module_get_name(module.raw()) }?;
/// // SAFETY: a text of C's, which outlives this line.
/// assert_eq!(unsafe { core::ffi::CStr::from_ptr(result) }, c"ink");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn module_get_name(module: BorrowedRef<'_>) -> Result<*const c_char, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyModule_GetName(module.as_ptr()) };
    results::pointer(outcome)
}

/// `PyModule_GetNameObject`. Can run Python code.
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
/// let module = py.eval("__import__('types').ModuleType('ink')", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::module_get_name_object(module.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "'ink'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn module_get_name_object(module: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyModule_GetNameObject(module.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyModule_GetState`.
///
/// NULL without an exception for a module that has no state, or none yet.
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
/// let module = py.eval("__import__('types').ModuleType('ink')", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::module_get_state(module.raw()) }?;
/// assert_eq!(result, core::ptr::null_mut());
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn module_get_state(module: BorrowedRef<'_>) -> Result<*mut c_void, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyModule_GetState(module.as_ptr()) };
    results::pointer_or_end(outcome)
}

/// `PyModule_GetState_DuringGC`.
///
/// # Safety
/// This thread is attached; `module` is a `module`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let module = py.eval("__import__('types').ModuleType('ink')", None)?;
/// // SAFETY: attached, by `py`; `module` is a `module`.
/// let result = unsafe { raw::module_get_state_during_gc(module.raw()) };
/// assert_eq!(result, core::ptr::null_mut());
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_15))]
#[inline]
pub unsafe fn module_get_state_during_gc(module: BorrowedRef<'_>) -> *mut c_void {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyModule_GetState_DuringGC(module.as_ptr()) }
}

/// `PyModule_GetStateSize`.
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
/// let mut size = -1;
/// let module = py.eval("__import__('types').ModuleType('ink')", None)?;
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// unsafe { raw::module_get_state_size(module.raw(), &mut size) }?;
/// assert!(size <= 0); // it has no state
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_15))]
#[inline]
pub unsafe fn module_get_state_size(module: BorrowedRef<'_>, size: *mut ffi::Py_ssize_t) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyModule_GetStateSize(module.as_ptr(), size) };
    results::status(outcome)
}

/// `PyModule_GetToken`.
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
/// let mut token = core::ptr::null_mut();
/// let module = py.eval("__import__('math')", None)?;
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// unsafe { raw::module_get_token(module.raw(), &mut token) }?;
/// assert!(!token.is_null());
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_15))]
#[inline]
pub unsafe fn module_get_token(module: BorrowedRef<'_>, token: *mut *mut c_void) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyModule_GetToken(module.as_ptr(), token) };
    results::status(outcome)
}

/// `PyModule_GetToken_DuringGC`.
///
/// -1, without an exception, if it has none.
///
/// # Safety
/// This thread is attached; `module` is a `module`; the pointers are what the C function asks for.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let mut token = core::ptr::null_mut();
/// let module = py.eval("__import__('math')", None)?;
/// // SAFETY: attached, by `py`; `module` is a `module`; what pointers lead to outlives the call.
/// let result = unsafe { raw::module_get_token_during_gc(module.raw(), &mut token) };
/// assert_eq!(result, 0);
/// assert!(!token.is_null());
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_15))]
#[inline]
pub unsafe fn module_get_token_during_gc(module: BorrowedRef<'_>, token: *mut *mut c_void) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyModule_GetToken_DuringGC(module.as_ptr(), token) }
}

/// `PyModule_New`. Can run Python code.
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
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::module_new(c"ink".as_ptr()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{:?}", result.getattr("__name__")?), "'ink'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn module_new(name: *const c_char) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyModule_New(name) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyModule_NewObject`. Takes a reference of its own to `name`. Can run Python code.
///
/// 3.13 ends the process for a name that the collector tracks; other versions take any object.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `name` is a `str`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let name = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`; `name` is a `str`.
/// let result = unsafe { raw::module_new_object(name.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{:?}", result.getattr("__name__")?), "'ink'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn module_new_object(name: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyModule_NewObject(name.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyModule_SetDocString`. Can run Python code.
///
/// Sets the attribute `__doc__` of any object.
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
/// let module = py.eval("__import__('types').ModuleType('ink')", None)?;
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// unsafe { raw::module_set_doc_string(module.raw(), c"Ink.".as_ptr()) }?;
/// assert_eq!(format!("{:?}", module.getattr("__doc__")?), "'Ink.'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn module_set_doc_string(module: BorrowedRef<'_>, text: *const c_char) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyModule_SetDocString(module.as_ptr(), text) };
    results::status(outcome)
}

/// `PyModuleDef_Init`. The result is never freed.
///
/// The definition itself, as an object.
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
/// let definition = Box::leak(Box::new(pyo3_ffi::PyModuleDef {
///     m_base: pyo3_ffi::PyModuleDef_HEAD_INIT,
///     m_name: c"ink".as_ptr(),
///     m_doc: core::ptr::null(),
///     m_size: 0,
///     m_methods: core::ptr::null_mut(),
///     m_slots: core::ptr::null_mut(),
///     m_traverse: None,
///     m_clear: None,
///     m_free: None,
/// })); // the module keeps it
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::module_def_init(definition) }?;
/// // SAFETY: what lends the object keeps it.
/// let result: Borrowed<'_, '_, Any> = unsafe { Borrowed::from_ref(py, result) };
/// assert_eq!(result.type_name(), "moduledef");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn module_def_init<'a>(definition: *mut ffi::PyModuleDef) -> Result<BorrowedRef<'a>, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyModuleDef_Init(definition) };
    // SAFETY: by the contract borrowed, or NULL; the caller's life for it.
    unsafe { BorrowedRef::from_ptr(outcome) }.ok_or_else(Failed::set)
}

/// `PyState_AddModule`. Takes a reference of its own to `module`. Can run Python code.
///
/// SystemError for a definition with slots.
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
/// let definition = Box::leak(Box::new(pyo3_ffi::PyModuleDef {
///     m_base: pyo3_ffi::PyModuleDef_HEAD_INIT,
///     m_name: c"ink".as_ptr(),
///     m_doc: core::ptr::null(),
///     m_size: 0,
///     m_methods: core::ptr::null_mut(),
///     m_slots: core::ptr::null_mut(),
///     m_traverse: None,
///     m_clear: None,
///     m_free: None,
/// })); // the module keeps it
/// // SAFETY: attached, by `py`; the definition is never freed.
/// let module = unsafe { raw::module_create(definition) }?;
/// // SAFETY: attached, by `py`; the definition of above.
/// unsafe { raw::state_add_module(module.borrow(), definition) }?;
/// // SAFETY: attached, by `py`; the definition of above.
/// assert!(unsafe { raw::state_find_module(definition) }.is_some());
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn state_add_module(module: BorrowedRef<'_>, definition: *mut ffi::PyModuleDef) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyState_AddModule(module.as_ptr(), definition) };
    results::status(outcome)
}

/// `PyState_FindModule`. The result is borrowed from the interpreter.
///
/// # Safety
/// This thread is attached as long as the result lives; the pointers are what the C function asks for.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let definition = Box::leak(Box::new(pyo3_ffi::PyModuleDef {
///     m_base: pyo3_ffi::PyModuleDef_HEAD_INIT,
///     m_name: c"ink".as_ptr(),
///     m_doc: core::ptr::null(),
///     m_size: 0,
///     m_methods: core::ptr::null_mut(),
///     m_slots: core::ptr::null_mut(),
///     m_traverse: None,
///     m_clear: None,
///     m_free: None,
/// })); // the module keeps it
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::state_find_module(definition) };
/// assert!(result.is_none());
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn state_find_module<'a>(definition: *mut ffi::PyModuleDef) -> Option<BorrowedRef<'a>> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyState_FindModule(definition) };
    // SAFETY: by the contract borrowed, or NULL; the caller's life for it.
    unsafe { BorrowedRef::from_ptr(outcome) }
}
