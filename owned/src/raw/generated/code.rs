//! Code objects. Written by `cargo xtask contracts`: change the table, not this.

use core::ffi::{c_char, c_int, c_void};

use super::super::ffi;
use super::super::refs::{BorrowedRef, Failed, NewRef};
use super::super::results;

/// `PyCode_Addr2Line`.
///
/// -1 where there is no line.
///
/// # Safety
/// This thread is attached; `code` is a `PyCodeObject`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let code = py.eval("(lambda: 0).__code__", None)?;
/// // SAFETY: attached, by `py`; `code` is a `PyCodeObject`.
/// let result = unsafe { raw::code_addr2_line(code.raw(), 0) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn code_addr2_line(code: BorrowedRef<'_>, offset: c_int) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyCode_Addr2Line(code.as_ptr().cast(), offset) }
}

/// `PyCode_Addr2Location`.
///
/// Always 1; -1 comes out where there is no line or column.
///
/// # Safety
/// This thread is attached; `code` is a `PyCodeObject`; the pointers are what the C function asks for.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let (mut line, mut column, mut end_line, mut end_column) = (0, 0, 0, 0);
/// let code = py.eval("(lambda: 0).__code__", None)?;
/// // SAFETY: attached, by `py`; `code` is a `PyCodeObject`; what pointers lead to outlives the call.
/// let _ = unsafe { raw::code_addr2_location(code.raw(), 2, &mut line, &mut column, &mut end_line, &mut end_column) };
/// assert_eq!((line, end_line), (1, 1));
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn code_addr2_location(
    code: BorrowedRef<'_>,
    offset: c_int,
    start_line: *mut c_int,
    start_column: *mut c_int,
    end_line: *mut c_int,
    end_column: *mut c_int,
) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { PyCode_Addr2Location(code.as_ptr().cast(), offset, start_line, start_column, end_line, end_column) }
}

/// `PyCode_Check`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("(lambda: 0).__code__", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::code_check(object.raw()) };
/// assert!(result);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(any(feature = "raw", feature = "more-types"))]
#[inline]
pub unsafe fn code_check(object: BorrowedRef<'_>) -> bool {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyCode_Check(object.as_ptr()) };
    outcome != 0
}

/// `PyCode_GetCellvars`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `code` is a `PyCodeObject`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let code = py.eval("(lambda x: lambda: x).__code__", None)?;
/// // SAFETY: attached, by `py`; `code` is a `PyCodeObject`.
/// let result = unsafe { raw::code_get_cellvars(code.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "('x',)");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn code_get_cellvars(code: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { PyCode_GetCellvars(code.as_ptr().cast()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyCode_GetCode`.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `code` is a `PyCodeObject`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let code = py.eval("(lambda: 0).__code__", None)?;
/// // SAFETY: attached, by `py`; `code` is a `PyCodeObject`.
/// let result = unsafe { raw::code_get_code(code.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(result.type_name(), "bytes");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn code_get_code(code: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { PyCode_GetCode(code.as_ptr().cast()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyCode_GetFreevars`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `code` is a `PyCodeObject`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let code = py.eval("(lambda x: lambda: x)(1).__code__", None)?;
/// // SAFETY: attached, by `py`; `code` is a `PyCodeObject`.
/// let result = unsafe { raw::code_get_freevars(code.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "('x',)");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn code_get_freevars(code: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { PyCode_GetFreevars(code.as_ptr().cast()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyCode_GetVarnames`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `code` is a `PyCodeObject`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let code = py.eval("(lambda x: x).__code__", None)?;
/// // SAFETY: attached, by `py`; `code` is a `PyCodeObject`.
/// let result = unsafe { raw::code_get_varnames(code.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "('x',)");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn code_get_varnames(code: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { PyCode_GetVarnames(code.as_ptr().cast()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyCode_NewEmpty`. Can run Python code.
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
/// let result = unsafe { raw::code_new_empty(c"ink.py".as_ptr(), c"draw".as_ptr(), 3) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{:?}", result.getattr("co_name")?), "'draw'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn code_new_empty(
    filename: *const c_char,
    function: *const c_char,
    firstlineno: c_int,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyCode_NewEmpty(filename, function, firstlineno) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome.cast()) }
}

/// `PyCode_Optimize`. Takes a reference of its own to `code`.
///
/// `code` itself; nothing else is looked at.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let code = py.eval("b''", None)?;
/// let consts = py.eval("[]", None)?;
/// let names = py.eval("()", None)?;
/// let linetable = py.eval("b''", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::code_optimize(code.raw(), consts.raw(), names.raw(), linetable.raw()) };
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "b''");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn code_optimize(
    code: BorrowedRef<'_>,
    consts: BorrowedRef<'_>,
    names: BorrowedRef<'_>,
    linetable: BorrowedRef<'_>,
) -> NewRef {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyCode_Optimize(code.as_ptr(), consts.as_ptr(), names.as_ptr(), linetable.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { NewRef::from_ptr(outcome) }.expect("never NULL")
}

/// `PyUnstable_Code_GetExtra`.
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
/// use core::ffi::c_void;
///
/// unsafe extern "C" fn forget(_: *mut c_void) {}
/// // SAFETY: attached, by `py`.
/// let index = unsafe { pyo3_ffi::PyUnstable_Eval_RequestCodeExtraIndex(forget) };
/// let code = py.eval("(lambda: 0).__code__", None)?;
/// // SAFETY: attached, by `py`; nobody follows the pointer.
/// unsafe { raw::unstable_code_set_extra(code.raw(), index, core::ptr::without_provenance_mut(8)) }?;
/// let mut extra: *mut c_void = core::ptr::null_mut();
/// // SAFETY: attached, by `py`; the pointer is to a local.
/// unsafe { raw::unstable_code_get_extra(code.raw(), index, &mut extra) }?;
/// assert_eq!(extra.addr(), 8);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_12, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn unstable_code_get_extra(
    code: BorrowedRef<'_>,
    index: ffi::Py_ssize_t,
    extra: *mut *mut c_void,
) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnstable_Code_GetExtra(code.as_ptr(), index, extra) };
    results::status(outcome)
}

/// `PyUnstable_Code_New`. Takes a reference of its own to `consts`, `names`, `filename`, `name`, `qualname`,
/// `linetable`, `exceptiontable`. Can run Python code.
///
/// The types are checked, the instructions are not.
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
/// let code = py.eval("(lambda: 5).__code__.co_code", None)?;
/// let consts = py.eval("(None, 5)", None)?;
/// let names = py.eval("()", None)?;
/// let varnames = py.eval("()", None)?;
/// let freevars = py.eval("()", None)?;
/// let cellvars = py.eval("()", None)?;
/// let filename = py.eval("'ink.py'", None)?;
/// let name = py.eval("'draw'", None)?;
/// let qualname = py.eval("'draw'", None)?;
/// let linetable = py.eval("b''", None)?;
/// let exceptiontable = py.eval("b''", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::unstable_code_new(0, 0, 0, 1, 3, code.raw(), consts.raw(), names.raw(), varnames.raw(), freevars.raw(), cellvars.raw(), filename.raw(), name.raw(), qualname.raw(), 1, linetable.raw(), exceptiontable.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{:?}", result.getattr("co_name")?), "'draw'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_12, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn unstable_code_new(
    argcount: c_int,
    kwonlyargcount: c_int,
    nlocals: c_int,
    stacksize: c_int,
    flags: c_int,
    code: BorrowedRef<'_>,
    consts: BorrowedRef<'_>,
    names: BorrowedRef<'_>,
    varnames: BorrowedRef<'_>,
    freevars: BorrowedRef<'_>,
    cellvars: BorrowedRef<'_>,
    filename: BorrowedRef<'_>,
    name: BorrowedRef<'_>,
    qualname: BorrowedRef<'_>,
    firstlineno: c_int,
    linetable: BorrowedRef<'_>,
    exceptiontable: BorrowedRef<'_>,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe {
        PyUnstable_Code_New(
            argcount,
            kwonlyargcount,
            nlocals,
            stacksize,
            flags,
            code.as_ptr(),
            consts.as_ptr(),
            names.as_ptr(),
            varnames.as_ptr(),
            freevars.as_ptr(),
            cellvars.as_ptr(),
            filename.as_ptr(),
            name.as_ptr(),
            qualname.as_ptr(),
            firstlineno,
            linetable.as_ptr(),
            exceptiontable.as_ptr(),
        )
    };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome.cast()) }
}

/// `PyUnstable_Code_NewWithPosOnlyArgs`. Takes a reference of its own to `consts`, `names`, `filename`, `name`,
/// `qualname`, `linetable`, `exceptiontable`. Can run Python code.
///
/// The types are checked, the instructions are not.
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
/// let code = py.eval("(lambda: 5).__code__.co_code", None)?;
/// let consts = py.eval("(None, 5)", None)?;
/// let names = py.eval("()", None)?;
/// let varnames = py.eval("()", None)?;
/// let freevars = py.eval("()", None)?;
/// let cellvars = py.eval("()", None)?;
/// let filename = py.eval("'ink.py'", None)?;
/// let name = py.eval("'draw'", None)?;
/// let qualname = py.eval("'draw'", None)?;
/// let linetable = py.eval("b''", None)?;
/// let exceptiontable = py.eval("b''", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::unstable_code_new_with_pos_only_args(0, 0, 0, 0, 1, 3, code.raw(), consts.raw(), names.raw(), varnames.raw(), freevars.raw(), cellvars.raw(), filename.raw(), name.raw(), qualname.raw(), 1, linetable.raw(), exceptiontable.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{:?}", result.getattr("co_name")?), "'draw'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_12, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn unstable_code_new_with_pos_only_args(
    argcount: c_int,
    posonlyargcount: c_int,
    kwonlyargcount: c_int,
    nlocals: c_int,
    stacksize: c_int,
    flags: c_int,
    code: BorrowedRef<'_>,
    consts: BorrowedRef<'_>,
    names: BorrowedRef<'_>,
    varnames: BorrowedRef<'_>,
    freevars: BorrowedRef<'_>,
    cellvars: BorrowedRef<'_>,
    filename: BorrowedRef<'_>,
    name: BorrowedRef<'_>,
    qualname: BorrowedRef<'_>,
    firstlineno: c_int,
    linetable: BorrowedRef<'_>,
    exceptiontable: BorrowedRef<'_>,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe {
        PyUnstable_Code_NewWithPosOnlyArgs(
            argcount,
            posonlyargcount,
            kwonlyargcount,
            nlocals,
            stacksize,
            flags,
            code.as_ptr(),
            consts.as_ptr(),
            names.as_ptr(),
            varnames.as_ptr(),
            freevars.as_ptr(),
            cellvars.as_ptr(),
            filename.as_ptr(),
            name.as_ptr(),
            qualname.as_ptr(),
            firstlineno,
            linetable.as_ptr(),
            exceptiontable.as_ptr(),
        )
    };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome.cast()) }
}

/// `PyUnstable_Code_SetExtra`. Can run Python code.
///
/// What was there is given to the function that was registered with the index.
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
/// use core::ffi::c_void;
///
/// unsafe extern "C" fn forget(_: *mut c_void) {}
/// // SAFETY: attached, by `py`.
/// let index = unsafe { pyo3_ffi::PyUnstable_Eval_RequestCodeExtraIndex(forget) };
/// let code = py.eval("(lambda: 0).__code__", None)?;
/// // SAFETY: attached, by `py`; nobody follows the pointer.
/// unsafe { raw::unstable_code_set_extra(code.raw(), index, core::ptr::without_provenance_mut(8)) }?;
/// let mut extra: *mut c_void = core::ptr::null_mut();
/// // SAFETY: attached, by `py`; the pointer is to a local.
/// unsafe { raw::unstable_code_get_extra(code.raw(), index, &mut extra) }?;
/// assert_eq!(extra.addr(), 8);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_12, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn unstable_code_set_extra(
    code: BorrowedRef<'_>,
    index: ffi::Py_ssize_t,
    extra: *mut c_void,
) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnstable_Code_SetExtra(code.as_ptr(), index, extra) };
    results::status(outcome)
}

/// `PyUnstable_PerfTrampoline_CompileCode`.
///
/// Only once `sys.activate_stack_trampoline` has run; before, it crashes.
///
/// # Safety
/// This thread is attached; `code` is a `PyCodeObject`.
///
/// There is no example: it wants the profiler's trampolines.
#[cfg(all(feature = "raw", Py_3_13, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn unstable_perf_trampoline_compile_code(code: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { PyUnstable_PerfTrampoline_CompileCode(code.as_ptr().cast()) }
}

crate::raw::libpython! {
    #[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
    fn PyCode_Addr2Location(
        code: *mut ffi::PyCodeObject,
        offset: c_int,
        start_line: *mut c_int,
        start_column: *mut c_int,
        end_line: *mut c_int,
        end_column: *mut c_int,
    ) -> c_int;
    #[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
    fn PyCode_GetCellvars(code: *mut ffi::PyCodeObject) -> *mut ffi::PyObject;
    #[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
    fn PyCode_GetCode(code: *mut ffi::PyCodeObject) -> *mut ffi::PyObject;
    #[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
    fn PyCode_GetFreevars(code: *mut ffi::PyCodeObject) -> *mut ffi::PyObject;
    #[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
    fn PyCode_GetVarnames(code: *mut ffi::PyCodeObject) -> *mut ffi::PyObject;
    #[cfg(all(feature = "raw", Py_3_12, not(Py_LIMITED_API)))]
    fn PyUnstable_Code_New(
        argcount: c_int,
        kwonlyargcount: c_int,
        nlocals: c_int,
        stacksize: c_int,
        flags: c_int,
        code: *mut ffi::PyObject,
        consts: *mut ffi::PyObject,
        names: *mut ffi::PyObject,
        varnames: *mut ffi::PyObject,
        freevars: *mut ffi::PyObject,
        cellvars: *mut ffi::PyObject,
        filename: *mut ffi::PyObject,
        name: *mut ffi::PyObject,
        qualname: *mut ffi::PyObject,
        firstlineno: c_int,
        linetable: *mut ffi::PyObject,
        exceptiontable: *mut ffi::PyObject,
    ) -> *mut ffi::PyCodeObject;
    #[cfg(all(feature = "raw", Py_3_12, not(Py_LIMITED_API)))]
    fn PyUnstable_Code_NewWithPosOnlyArgs(
        argcount: c_int,
        posonlyargcount: c_int,
        kwonlyargcount: c_int,
        nlocals: c_int,
        stacksize: c_int,
        flags: c_int,
        code: *mut ffi::PyObject,
        consts: *mut ffi::PyObject,
        names: *mut ffi::PyObject,
        varnames: *mut ffi::PyObject,
        freevars: *mut ffi::PyObject,
        cellvars: *mut ffi::PyObject,
        filename: *mut ffi::PyObject,
        name: *mut ffi::PyObject,
        qualname: *mut ffi::PyObject,
        firstlineno: c_int,
        linetable: *mut ffi::PyObject,
        exceptiontable: *mut ffi::PyObject,
    ) -> *mut ffi::PyCodeObject;
    #[cfg(all(feature = "raw", Py_3_13, not(Py_LIMITED_API)))]
    fn PyUnstable_PerfTrampoline_CompileCode(code: *mut ffi::PyCodeObject) -> c_int;
}
