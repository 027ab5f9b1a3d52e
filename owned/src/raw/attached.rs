//! Threads: attaching, detaching, and the question "is this thread attached?".

use super::ffi;

use super::refs::{BorrowedRef, Failed};
use super::results;

/// A thread state that has been put down by [`save_thread`].
pub(crate) struct SavedThread(*mut ffi::PyThreadState);

/// `PyEval_SaveThread`: detaches this thread.
///
/// # Safety
/// The thread is attached, and nothing touches an object on it before [`restore_thread`].
pub(crate) unsafe fn save_thread() -> SavedThread {
    // SAFETY: the caller is attached.
    SavedThread(unsafe { ffi::PyEval_SaveThread() })
}

/// `PyEval_RestoreThread`: attaches this thread again.
///
/// # Safety
/// On the thread that called [`save_thread`].
pub(crate) unsafe fn restore_thread(saved: &SavedThread) {
    // SAFETY: the state is this thread's and is not attached.
    unsafe { ffi::PyEval_RestoreThread(saved.0) }
}

/// What [`gil_ensure`] found, to be given back.
pub(crate) struct GilState(ffi::PyGILState_STATE);

/// `PyGILState_Ensure`.
///
/// # Safety
/// The interpreter is initialised and is not being finalised; [`gil_release`] follows on the same thread.
pub(crate) unsafe fn gil_ensure() -> GilState {
    // SAFETY: the caller checked the interpreter's state.
    GilState(unsafe { ffi::PyGILState_Ensure() })
}

/// `PyGILState_Release`.
///
/// # Safety
/// On the thread that called the matching [`gil_ensure`], which is attached.
pub(crate) unsafe fn gil_release(state: GilState) {
    // SAFETY: the caller pairs it.
    unsafe { ffi::PyGILState_Release(state.0) }
}

/// What `threading.get_ident()` says on this thread (`PyThread_get_thread_ident`).
#[inline]
pub(crate) fn thread_ident() -> core::ffi::c_ulong {
    // SAFETY: asks the system; the thread need not be attached, nor the interpreter there.
    unsafe { PyThread_get_thread_ident() }
}

// Not every version of `pyo3-ffi` that will do declares it.
crate::raw::libpython! {
    fn PyThread_get_thread_ident() -> core::ffi::c_ulong;
}

/// Whether an interpreter is there to attach to: initialised and not being finalised. (Every version says with the same breath
/// that it is being finalised and that it is not initialised any more.)
pub(crate) fn interpreter_is_running() -> bool {
    // SAFETY: may be called at any time, from any thread.
    unsafe { ffi::Py_IsInitialized() != 0 }
}

#[cfg(all(not(Py_3_13), not(Py_LIMITED_API)))]
crate::raw::libpython! {
    fn _PyThreadState_UncheckedGet() -> *mut ffi::PyThreadState;
}

/// Whether modules can be imported in interpreters with a GIL of their own.
pub(crate) const SUBINTERPRETERS: bool = cfg!(all(feature = "own-gil", Py_3_12, not(Py_LIMITED_API)));

/// The thread's state, or NULL if it is detached.
#[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
#[inline(always)]
fn current() -> *mut ffi::PyThreadState {
    #[cfg(Py_3_13)]
    // SAFETY: reads this thread's own variable.
    unsafe {
        ffi::PyThreadState_GetUnchecked()
    }
    #[cfg(not(Py_3_13))]
    // SAFETY: reads this thread's own variable (it is thread-local since 3.12).
    unsafe {
        _PyThreadState_UncheckedGet()
    }
}

/// Whether this thread is attached to an interpreter that our modules can be imported in: the main one, unless they are
/// made for others too. `PyGILState_Check` does not answer that: it says yes on every thread once a subinterpreter has
/// existed, and after finalization.
#[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
pub(crate) fn is_attached() -> bool {
    let current = current();
    if current.is_null() {
        return false;
    }
    if SUBINTERPRETERS {
        return true;
    }
    // SAFETY: the thread's own state, which is attached, so it has an interpreter.
    let interpreter = unsafe { ffi::PyThreadState_GetInterpreter(current) };
    // SAFETY: reads one pointer of the runtime.
    core::ptr::eq(interpreter, unsafe { ffi::PyInterpreterState_Main() })
}

/// The number of the interpreter that this thread is attached to (the main one's is 0), if it is.
#[cfg(all(feature = "own-gil", Py_3_12, not(Py_LIMITED_API)))]
#[inline]
pub(super) fn interpreter_id() -> Option<usize> {
    let current = current();
    if current.is_null() {
        return None;
    }
    // SAFETY: the thread's own state, which is attached, so it has an interpreter.
    let interpreter = unsafe { ffi::PyThreadState_GetInterpreter(current) };
    // SAFETY: reads one field of a live interpreter, this thread's. It was given a number when it was made.
    usize::try_from(unsafe { ffi::PyInterpreterState_GetID(interpreter) }).ok()
}

/// Whether this thread is attached to the main interpreter, the only one that our modules are imported in.
/// `PyGILState_Check` does not answer that: it says yes on every thread once a subinterpreter has existed, and after
/// finalization. On 3.11 the "unchecked" state is the process's; this thread's own is known for the main interpreter.
#[cfg(not(any(Py_3_12, Py_LIMITED_API)))]
pub(crate) fn is_attached() -> bool {
    // SAFETY: reads the runtime's one current thread state, whichever thread that belongs to.
    let current = unsafe { _PyThreadState_UncheckedGet() };
    if current.is_null() {
        return false;
    }
    // SAFETY: some thread is attached, so the runtime's key is there; the result is this thread's state or NULL.
    let own = unsafe { ffi::PyGILState_GetThisThreadState() };
    core::ptr::eq(current, own)
}

/// Whether the attached thread runs in the main interpreter.
///
/// # Safety
/// The thread is attached.
pub(crate) unsafe fn in_main_interpreter() -> bool {
    // SAFETY: the caller's.
    let interpreter = unsafe { interpreter() };
    #[cfg(not(Py_LIMITED_API))]
    // SAFETY: reads one pointer of the runtime.
    let main = core::ptr::eq(interpreter, unsafe { ffi::PyInterpreterState_Main() });
    #[cfg(Py_LIMITED_API)]
    // SAFETY: attached; the id is read from a live interpreter. The main interpreter's is 0.
    let main = unsafe { ffi::PyInterpreterState_GetID(interpreter) } == 0;
    main
}

/// The thread's state, by a function that is called anyway.
///
/// # Safety
/// The thread is attached.
#[cfg(not(Py_LIMITED_API))]
pub(super) unsafe fn thread_state() -> *mut ffi::PyThreadState {
    #[cfg(Py_3_12)]
    let state = current();
    #[cfg(not(Py_3_12))]
    // SAFETY: attached, by the caller.
    let state = unsafe { ffi::PyThreadState_Get() };
    state
}

/// The interpreter that this thread is attached to, by functions that are called anyway.
///
/// # Safety
/// The thread is attached.
unsafe fn interpreter() -> *mut ffi::PyInterpreterState {
    #[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
    // SAFETY: the thread's own state; attached, by the caller.
    let interpreter = unsafe { ffi::PyThreadState_GetInterpreter(current()) };
    #[cfg(not(all(Py_3_12, not(Py_LIMITED_API))))]
    // SAFETY: attached, by the caller.
    let interpreter = unsafe { ffi::PyInterpreterState_Get() };
    interpreter
}

/// The interpreter's own dict, where extensions keep what is one per interpreter.
///
/// # Safety
/// The thread is attached.
pub(crate) unsafe fn interpreter_dict<'a>() -> Option<BorrowedRef<'a>> {
    // SAFETY: attached.
    let current = unsafe { interpreter() };
    // SAFETY: attached; NULL without an exception when it cannot be made.
    let dict = unsafe { ffi::PyInterpreterState_GetDict(current) };
    // SAFETY: borrowed from the interpreter, which outlives this attached section.
    unsafe { BorrowedRef::from_ptr(dict) }
}

/// `PyErr_CheckSignals`: runs the handlers of signals that wait, on the main thread.
///
/// # Errors
/// What a handler raises.
///
/// # Safety
/// The thread is attached.
#[inline]
pub(crate) unsafe fn check_signals() -> Result<(), Failed> {
    // SAFETY: attached, by the caller.
    results::status(unsafe { ffi::PyErr_CheckSignals() })
}
