//! Generators, coroutines and asynchronous generators, made from a frame that has not run. Written by `cargo xtask contracts`: change the table, not this.

use core::ffi::c_int;

use super::super::ffi;
use super::super::refs::{BorrowedRef, Failed, NewRef, StolenArg};
use super::super::results;

/// `PyAsyncGen_CheckExact`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// py.run("async def blots(): yield 1", None)?;
/// let object = py.eval("blots()", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::async_gen_check_exact(object.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn async_gen_check_exact(object: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyAsyncGen_CheckExact(object.as_ptr()) }
}

/// `PyAsyncGen_New`. Steals `frame`, also on failure. Takes a reference of its own to `name`, `qualname`. Can run
/// Python code.
///
/// The frame is stolen also when the call fails; without names, those of its code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `frame` is a `PyFrameObject`; `name` is a `str`; `qualname` is
/// a `str`.
///
/// There is no example: a frame that is to be run is made by the interpreter alone.
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn async_gen_new(
    frame: StolenArg<'_>,
    name: Option<BorrowedRef<'_>>,
    qualname: Option<BorrowedRef<'_>>,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome =
        unsafe { PyAsyncGen_New(frame.into_ptr().cast(), results::or_null(name), results::or_null(qualname)) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyCoro_CheckExact`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// py.run("async def draw(): pass", None)?;
/// let object = py.eval("draw()", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::coro_check_exact(object.raw()) };
/// assert_eq!(result, 1);
/// object.call_method("close", ())?;
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn coro_check_exact(object: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyCoro_CheckExact(object.as_ptr()) }
}

/// `PyCoro_New`. Steals `frame`, also on failure. Takes a reference of its own to `name`, `qualname`. Can run Python
/// code.
///
/// The frame is stolen also when the call fails; without names, those of its code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `frame` is a `PyFrameObject`; `name` is a `str`; `qualname` is
/// a `str`.
///
/// There is no example: a frame that is to be run is made by the interpreter alone.
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn coro_new(
    frame: StolenArg<'_>,
    name: Option<BorrowedRef<'_>>,
    qualname: Option<BorrowedRef<'_>>,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { PyCoro_New(frame.into_ptr().cast(), results::or_null(name), results::or_null(qualname)) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyGen_Check`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("(n for n in ())", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::gen_check(object.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn gen_check(object: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyGen_Check(object.as_ptr()) }
}

/// `PyGen_CheckExact`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("(n for n in ())", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::gen_check_exact(object.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn gen_check_exact(object: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyGen_CheckExact(object.as_ptr()) }
}

/// `PyGen_GetCode`.
///
/// # Safety
/// This thread is attached as long as the result lives; `generator` is a `PyGenObject`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let generator = py.eval("(n for n in ())", None)?;
/// // SAFETY: attached, by `py`; `generator` is a `PyGenObject`.
/// let result = unsafe { raw::gen_get_code(generator.raw()) };
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{:?}", result.getattr("co_name")?), "'<genexpr>'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_12, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn gen_get_code(generator: BorrowedRef<'_>) -> NewRef {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { PyGen_GetCode(generator.as_ptr().cast()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { NewRef::from_ptr(outcome.cast()) }.expect("never NULL")
}

/// `PyGen_New`. Steals `frame`, also on failure. Can run Python code.
///
/// The frame is stolen also when the call fails.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `frame` is a `PyFrameObject`.
///
/// There is no example: a frame that is to be run is made by the interpreter alone.
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn gen_new(frame: StolenArg<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyGen_New(frame.into_ptr().cast()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyGen_NewWithQualName`. Steals `frame`, also on failure. Takes a reference of its own to `name`, `qualname`. Can
/// run Python code.
///
/// The frame is stolen also when the call fails; without names, those of its code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `frame` is a `PyFrameObject`; `name` is a `str`; `qualname` is
/// a `str`.
///
/// There is no example: a frame that is to be run is made by the interpreter alone.
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn gen_new_with_qual_name(
    frame: StolenArg<'_>,
    name: Option<BorrowedRef<'_>>,
    qualname: Option<BorrowedRef<'_>>,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome =
        unsafe { PyGen_NewWithQualName(frame.into_ptr().cast(), results::or_null(name), results::or_null(qualname)) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

crate::raw::libpython! {
    #[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
    fn PyAsyncGen_New(
        frame: *mut ffi::PyFrameObject,
        name: *mut ffi::PyObject,
        qualname: *mut ffi::PyObject,
    ) -> *mut ffi::PyObject;
    #[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
    fn PyCoro_New(
        frame: *mut ffi::PyFrameObject,
        name: *mut ffi::PyObject,
        qualname: *mut ffi::PyObject,
    ) -> *mut ffi::PyObject;
    #[cfg(all(feature = "raw", Py_3_12, not(Py_LIMITED_API)))]
    fn PyGen_GetCode(generator: *mut ffi::PyGenObject) -> *mut ffi::PyCodeObject;
    #[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
    fn PyGen_NewWithQualName(
        frame: *mut ffi::PyFrameObject,
        name: *mut ffi::PyObject,
        qualname: *mut ffi::PyObject,
    ) -> *mut ffi::PyObject;
}
