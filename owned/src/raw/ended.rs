//! What a thread does that CPython may end: a thread of Python's own making, its attaching, and what it first does then.
//!
//! Up to 3.13 CPython ends a thread that waits to be attached when the interpreter is finalised, by `pthread_exit`; with
//! glibc that unwinds the stack. So these functions may unwind, and nothing on their frames, or on those of their callers, is
//! to be dropped. A thread of std's would abort the process.

use core::ffi::{CStr, c_char, c_int, c_ulong, c_void};
use core::ptr::{self, NonNull};

use super::capsule::Destructor;
use super::structs::{METH_NOARGS, PyMethodDef, PyMethodDefPointer};
use super::{PyObject, ffi};

/// What a thread begins with.
pub(crate) type Begin = extern "C-unwind" fn(*mut c_void);

const NAME: &CStr = c"owned.at_exit";

/// What [`attach_or_end`] found, to be given back.
pub(crate) struct Attached(c_int);

// `pyo3-ffi` has them as functions that do not unwind.
super::libpython! {
    extern "C-unwind";
    fn PyThread_start_new_thread(begin: Begin, argument: *mut c_void) -> c_ulong;
    fn PyGILState_Ensure() -> c_int;
    fn PyGILState_Release(state: c_int);
    fn PyImport_ImportModule(name: *const c_char) -> *mut PyObject;
    fn PyObject_CallMethod(object: *mut PyObject, name: *const c_char, format: *const c_char, ...) -> *mut PyObject;
    fn PyErr_WriteUnraisable(context: *mut PyObject);
}

/// `PyThread_start_new_thread`: whether the thread has been started. It is nobody's to join.
///
/// # Safety
/// An interpreter has been there; `begin` takes the argument, which stays valid for it.
pub(crate) unsafe fn start_thread(begin: Begin, argument: *mut c_void) -> bool {
    // SAFETY: the caller's.
    let ident = unsafe { PyThread_start_new_thread(begin, argument) };
    // `PYTHREAD_INVALID_THREAD_ID`.
    ident != c_ulong::MAX
}

/// `PyGILState_Ensure`.
///
/// # Safety
/// The interpreter is there; [`detach_or_end`] follows on the same thread. Nothing on the callers' frames is to be dropped.
pub(crate) unsafe fn attach_or_end() -> Attached {
    // SAFETY: the caller's.
    Attached(unsafe { PyGILState_Ensure() })
}

/// `PyGILState_Release`.
///
/// # Safety
/// On the thread of the matching [`attach_or_end`], which is attached. Nothing on the callers' frames is to be dropped.
pub(crate) unsafe fn detach_or_end(state: Attached) {
    // SAFETY: the caller's.
    unsafe { PyGILState_Release(state.0) }
}

/// Has `atexit` hold a capsule: its destructor is called, attached, when `atexit` has called all that is registered before
/// the interpreter goes, or forgets it. `false` if that failed, which is reported.
///
/// # Safety
/// Attached, with no exception set. Nothing on the callers' frames is to be dropped, or the thread is not ended meanwhile.
pub(crate) unsafe fn at_exit(forgotten: Destructor) -> bool {
    // SAFETY: attached; the name is static, and nobody follows the pointer.
    let capsule = unsafe { ffi::PyCapsule_New(NonNull::dangling().as_ptr(), NAME.as_ptr(), Some(forgotten)) };
    let (mut function, mut module, mut done) = (ptr::null_mut(), ptr::null_mut(), ptr::null_mut());
    if !capsule.is_null() {
        // SAFETY: attached; a static that is only read, and the capsule, which the function holds.
        function = unsafe { ffi::PyCFunction_NewEx((&raw const HOLDER.0).cast_mut(), capsule, ptr::null_mut()) };
    }
    if !function.is_null() {
        // Found by the collector, it could be kept beyond the time when `atexit` forgets it.
        // SAFETY: attached; a function is tracked from the beginning.
        unsafe { ffi::PyObject_GC_UnTrack(function.cast()) };
        // SAFETY: attached; a C string.
        module = unsafe { PyImport_ImportModule(c"atexit".as_ptr()) };
    }
    if !module.is_null() {
        // SAFETY: attached; a module, C strings, and one object, as the format says.
        done = unsafe { PyObject_CallMethod(module, c"register".as_ptr(), c"O".as_ptr(), function) };
    }
    if done.is_null() {
        // SAFETY: attached, and an exception is set.
        unsafe { PyErr_WriteUnraisable(ptr::null_mut()) };
    }
    for reference in [done, module, function, capsule] {
        // SAFETY: attached; a reference of ours, or NULL. The capsule's is the last if this failed: then it is forgotten.
        unsafe { ffi::Py_XDECREF(reference) };
    }
    !done.is_null()
}

/// What `atexit` calls: it holds the capsule, as its `self`.
static HOLDER: Holder = Holder(PyMethodDef {
    ml_name: c"before_the_interpreter_goes".as_ptr(),
    ml_meth: PyMethodDefPointer { PyCFunction: called },
    ml_flags: METH_NOARGS,
    ml_doc: ptr::null(),
});

struct Holder(PyMethodDef);
// SAFETY: constant data that nobody writes to.
unsafe impl Sync for Holder {}

unsafe extern "C" fn called(_: *mut PyObject, _: *mut PyObject) -> *mut PyObject {
    // SAFETY: attached; the reference is handed to the caller.
    unsafe { super::none() }.into_non_null().as_ptr()
}
