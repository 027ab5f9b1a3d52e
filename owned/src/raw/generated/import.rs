//! Importing modules, and the tables of modules that importing works with. Written by `cargo xtask contracts`: change the table, not this.

use core::ffi::{c_char, c_int};

use super::super::ffi;
use super::super::refs::{BorrowedRef, Failed, NewRef};
use super::super::{compat, results};

/// `PyImport_AddModuleRef`. Can run Python code. Below 3.13 a backport.
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
/// let result = unsafe { raw::import_add_module_ref(c"ink".as_ptr()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{:?}", result.getattr("__name__")?), "'ink'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn import_add_module_ref(name: *const c_char) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { compat::PyImport_AddModuleRef(name) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyImport_ExecCodeModule`. Can run Python code.
///
/// What `sys.modules` has under the name afterwards.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `code` is a `code`; the pointers are what the C function asks
/// for.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let code = py.eval("compile('size = 3', 'ink.py', 'exec')", None)?;
/// // SAFETY: attached, by `py`; `code` is a `code`; what pointers lead to outlives the call.
/// let result = unsafe { raw::import_exec_code_module(c"ink".as_ptr(), code.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{:?}", result.getattr("size")?), "3");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn import_exec_code_module(name: *const c_char, code: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyImport_ExecCodeModule(name, code.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyImport_ExecCodeModuleEx`. Can run Python code.
///
/// `pathname` can be NULL.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `code` is a `code`; the pointers are what the C function asks
/// for.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let code = py.eval("compile('size = 3', 'ink.py', 'exec')", None)?;
/// // SAFETY: attached, by `py`; `code` is a `code`; what pointers lead to outlives the call.
/// let result = unsafe { raw::import_exec_code_module_ex(c"ink".as_ptr(), code.raw(), c"ink.py".as_ptr()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{:?}", result.getattr("size")?), "3");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn import_exec_code_module_ex(
    name: *const c_char,
    code: BorrowedRef<'_>,
    pathname: *const c_char,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyImport_ExecCodeModuleEx(name, code.as_ptr(), pathname) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyImport_ExecCodeModuleObject`. Takes a reference of its own to `name`, `pathname`, `cpathname`. Can run Python
/// code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `code` is a `code`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let name = py.eval("'ink'", None)?;
/// let code = py.eval("compile('size = 3', 'ink.py', 'exec')", None)?;
/// // SAFETY: attached, by `py`; `code` is a `code`.
/// let result = unsafe { raw::import_exec_code_module_object(name.raw(), code.raw(), None, None) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{:?}", result.getattr("size")?), "3");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn import_exec_code_module_object(
    name: BorrowedRef<'_>,
    code: BorrowedRef<'_>,
    pathname: Option<BorrowedRef<'_>>,
    cpathname: Option<BorrowedRef<'_>>,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe {
        ffi::PyImport_ExecCodeModuleObject(
            name.as_ptr(),
            code.as_ptr(),
            results::or_null(pathname),
            results::or_null(cpathname),
        )
    };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyImport_ExecCodeModuleWithPathnames`. Can run Python code.
///
/// `pathname` and `cpathname` can be NULL.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `code` is a `code`; the pointers are what the C function asks
/// for.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let code = py.eval("compile('size = 3', 'ink.py', 'exec')", None)?;
/// // SAFETY: attached, by `py`; `code` is a `code`; what pointers lead to outlives the call.
/// let result = unsafe { raw::import_exec_code_module_with_pathnames(c"ink".as_ptr(), code.raw(), c"ink.py".as_ptr(), core::ptr::null()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{:?}", result.getattr("size")?), "3");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn import_exec_code_module_with_pathnames(
    name: *const c_char,
    code: BorrowedRef<'_>,
    pathname: *const c_char,
    cpathname: *const c_char,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyImport_ExecCodeModuleWithPathnames(name, code.as_ptr(), pathname, cpathname) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyImport_GetImporter`. Takes a reference of its own to `path`. Can run Python code.
///
/// None where no hook takes the path.
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
/// let path = py.eval("'/'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::import_get_importer(path.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(result.type_name(), "FileFinder");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn import_get_importer(path: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyImport_GetImporter(path.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyImport_GetLazyImportsFilter`.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::import_get_lazy_imports_filter() };
/// assert!(result.is_none());
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_15, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn import_get_lazy_imports_filter() -> Option<NewRef> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { PyImport_GetLazyImportsFilter() };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { NewRef::from_ptr(outcome) }
}

/// `PyImport_GetModule`. Can run Python code.
///
/// NULL without an exception where `sys.modules` has no such key.
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
/// let name = py.eval("'sys'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::import_get_module(name.raw()) }?.expect("there is one");
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{:?}", result.getattr("__name__")?), "'sys'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn import_get_module(name: BorrowedRef<'_>) -> Result<Option<NewRef>, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyImport_GetModule(name.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new_or_end(outcome) }
}

/// `PyImport_GetModuleDict`. The result is borrowed from the interpreter.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::import_get_module_dict() };
/// // SAFETY: what lends the object keeps it.
/// let result: Borrowed<'_, '_, Any> = unsafe { Borrowed::from_ref(py, result) };
/// assert_eq!(result.type_name(), "dict");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn import_get_module_dict<'a>() -> BorrowedRef<'a> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyImport_GetModuleDict() };
    // SAFETY: by the contract borrowed, or NULL; the caller's life for it.
    unsafe { BorrowedRef::from_ptr(outcome) }.expect("never NULL")
}

/// `PyImport_Import`. Takes a reference of its own to `name`. Can run Python code.
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
/// let name = py.eval("'math'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::import_import(name.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{:?}", result.getattr("__name__")?), "'math'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn import_import(name: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyImport_Import(name.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyImport_ImportFrozenModuleObject`. Takes a reference of its own to `name`. Can run Python code.
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
/// let name = py.eval("'zipimport'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::import_import_frozen_module_object(name.raw()) }?;
/// assert!(result);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn import_import_frozen_module_object(name: BorrowedRef<'_>) -> Result<bool, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyImport_ImportFrozenModuleObject(name.as_ptr()) };
    results::three_way(outcome)
}

/// `PyImport_ImportModule`. Can run Python code.
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
/// let result = unsafe { raw::import_import_module(c"math".as_ptr()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{:?}", result.getattr("__name__")?), "'math'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn import_import_module(name: *const c_char) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyImport_ImportModule(name) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyImport_ImportModuleAttr`. Takes a reference of its own to `module_name`. Can run Python code.
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
/// let module_name = py.eval("'math'", None)?;
/// let attribute = py.eval("'inf'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::import_import_module_attr(module_name.raw(), attribute.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "inf");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_14, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn import_import_module_attr(
    module_name: BorrowedRef<'_>,
    attribute: BorrowedRef<'_>,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyImport_ImportModuleAttr(module_name.as_ptr(), attribute.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyImport_ImportModuleAttrString`. Can run Python code.
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
/// let result = unsafe { raw::import_import_module_attr_string(c"math".as_ptr(), c"inf".as_ptr()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "inf");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_14, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn import_import_module_attr_string(
    module_name: *const c_char,
    attribute: *const c_char,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyImport_ImportModuleAttrString(module_name, attribute) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyImport_ImportModuleEx`. Can run Python code.
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
/// let result = unsafe { raw::import_import_module_ex(c"math".as_ptr(), None, None, None) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{:?}", result.getattr("__name__")?), "'math'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn import_import_module_ex(
    name: *const c_char,
    globals: Option<BorrowedRef<'_>>,
    locals: Option<BorrowedRef<'_>>,
    fromlist: Option<BorrowedRef<'_>>,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe {
        ffi::PyImport_ImportModuleEx(
            name,
            results::or_null(globals),
            results::or_null(locals),
            results::or_null(fromlist),
        )
    };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyImport_ImportModuleLevel`. Can run Python code.
///
/// `globals` is looked at, and checked, only if `level` is above 0.
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
/// let result = unsafe { raw::import_import_module_level(c"math".as_ptr(), None, None, None, 0) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{:?}", result.getattr("__name__")?), "'math'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn import_import_module_level(
    name: *const c_char,
    globals: Option<BorrowedRef<'_>>,
    locals: Option<BorrowedRef<'_>>,
    fromlist: Option<BorrowedRef<'_>>,
    level: c_int,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe {
        ffi::PyImport_ImportModuleLevel(
            name,
            results::or_null(globals),
            results::or_null(locals),
            results::or_null(fromlist),
            level,
        )
    };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyImport_ImportModuleLevelObject`. Takes a reference of its own to `name`. Can run Python code.
///
/// `globals` is looked at, and checked, only if `level` is above 0.
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
/// let name = py.eval("'math'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::import_import_module_level_object(name.raw(), None, None, None, 0) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{:?}", result.getattr("__name__")?), "'math'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn import_import_module_level_object(
    name: BorrowedRef<'_>,
    globals: Option<BorrowedRef<'_>>,
    locals: Option<BorrowedRef<'_>>,
    fromlist: Option<BorrowedRef<'_>>,
    level: c_int,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe {
        ffi::PyImport_ImportModuleLevelObject(
            name.as_ptr(),
            results::or_null(globals),
            results::or_null(locals),
            results::or_null(fromlist),
            level,
        )
    };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyImport_ImportModuleNoBlock`. Can run Python code.
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
/// let result = unsafe { raw::import_import_module_no_block(c"math".as_ptr()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{:?}", result.getattr("__name__")?), "'math'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_3_15)))]
#[inline]
pub unsafe fn import_import_module_no_block(name: *const c_char) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyImport_ImportModuleNoBlock(name) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyImport_ReloadModule`. Can run Python code.
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
/// let module = py.eval("__import__('colorsys')", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::import_reload_module(module.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{:?}", result.getattr("__name__")?), "'colorsys'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn import_reload_module(module: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyImport_ReloadModule(module.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyImport_SetLazyImportsFilter`. Takes a reference of its own to `filter`. Can run Python code.
///
/// None is like NULL.
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
/// let filter = py.eval("lambda *names: True", None)?;
/// // SAFETY: attached, by `py`.
/// unsafe { raw::import_set_lazy_imports_filter(Some(filter.raw())) }?;
/// // SAFETY: attached, by `py`.
/// assert!(unsafe { raw::import_get_lazy_imports_filter() }.is_some());
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_15, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn import_set_lazy_imports_filter(filter: Option<BorrowedRef<'_>>) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { PyImport_SetLazyImportsFilter(results::or_null(filter)) };
    results::status(outcome)
}

crate::raw::libpython! {
    #[cfg(all(feature = "raw", Py_3_15, not(Py_LIMITED_API)))]
    fn PyImport_GetLazyImportsFilter() -> *mut ffi::PyObject;
    #[cfg(all(feature = "raw", Py_3_15, not(Py_LIMITED_API)))]
    fn PyImport_SetLazyImportsFilter(filter: *mut ffi::PyObject) -> c_int;
}
