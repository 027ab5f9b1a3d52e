//! Whether this thread is attached: the stable ABI has no function that says so. (`PyGILState_Check` says yes on every thread
//! once a subinterpreter has existed, and after finalization.) So the function of the interpreter that runs is looked up by
//! name, when it is first asked for. Where there is none, nobody is known to be attached: references that go then wait in the
//! queue for somebody who is.

use core::ffi::CStr;
use core::sync::atomic::{AtomicPtr, Ordering::Relaxed};
use core::{mem, ptr};

use crate::raw::ffi;
use crate::raw::version::runs_on;

/// Gives the state of a thread: see [`look_up`].
type Current = unsafe extern "C" fn() -> *mut ffi::PyThreadState;

/// What `dlsym` gave; NULL before it was asked.
static CURRENT: AtomicPtr<()> = AtomicPtr::new(ptr::null_mut());

/// What stands for the function where there is none.
unsafe extern "C" fn unknown() -> *mut ffi::PyThreadState {
    ptr::null_mut()
}

/// Whether this thread is attached to the main interpreter, the only one that our modules are imported in. No, where that
/// is not known.
pub(crate) fn is_attached() -> bool {
    let mut found = CURRENT.load(Relaxed);
    if found.is_null() {
        found = look_up();
        CURRENT.store(found, Relaxed);
    }
    // SAFETY: what `look_up` gave: a function without arguments, for a state.
    let current = unsafe { mem::transmute::<*mut (), Current>(found) };
    // SAFETY: reads one variable, of the thread or, on 3.11, of the process; may be called at any time.
    let current = unsafe { current() };
    if current.is_null() {
        return false;
    }
    if !runs_on(12) {
        // The variable is the process's, so it can be another thread's state.
        // SAFETY: some thread is attached, so the runtime's key is there; the result is this thread's state or NULL.
        return ptr::eq(current, unsafe { ffi::PyGILState_GetThisThreadState() });
    }
    // SAFETY: the thread's own state, which is attached, so it has an interpreter.
    let interpreter = unsafe { ffi::PyThreadState_GetInterpreter(current) };
    // SAFETY: reads one field of a live interpreter, this thread's. The main one's number is 0.
    unsafe { ffi::PyInterpreterState_GetID(interpreter) == 0 }
}

#[cold]
fn look_up() -> *mut () {
    let name = if runs_on(13) { c"PyThreadState_GetUnchecked" } else { c"_PyThreadState_UncheckedGet" };
    symbol(name).unwrap_or(unknown as *mut ())
}

#[cfg(unix)]
fn symbol(name: &CStr) -> Option<*mut ()> {
    // SAFETY: a C string; looks among what the process has loaded.
    let found = unsafe { libc::dlsym(libc::RTLD_DEFAULT, name.as_ptr()) };
    (!found.is_null()).then_some(found.cast())
}

#[cfg(not(unix))]
fn symbol(_: &CStr) -> Option<*mut ()> {
    None
}
