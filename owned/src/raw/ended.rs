//! What a thread does that CPython may end: its beginning, its attaching, and what it first does then.
//!
//! Up to 3.13 CPython ends a thread that waits to be attached when the interpreter is finalised, by `pthread_exit`; with
//! glibc that unwinds the stack. So these functions may unwind, and nothing on their frames, or on those of their callers, is
//! to be dropped. A thread of std's would abort the process. (CPython starts threads too; on 3.11 it looks at the attached
//! thread for that, whichever it is.)

use core::ffi::{CStr, c_char, c_int};
use core::marker::PhantomData;
use core::ptr::{self, NonNull};

use super::structs::{METH_NOARGS, PyMethodDef, PyMethodDefPointer};
use super::{PyObject, ffi};

/// What [`attach_or_end`] found, to be given back.
pub(crate) struct Attached(c_int);

// `pyo3-ffi` has them as functions that do not unwind.
super::libpython! {
    extern "C-unwind";
    fn PyGILState_Ensure() -> c_int;
    fn PyGILState_Release(state: c_int);
    fn PyCFunction_NewEx(definition: *mut PyMethodDef, slf: *mut PyObject, module: *mut PyObject) -> *mut PyObject;
    fn PyImport_ImportModule(name: *const c_char) -> *mut PyObject;
    fn PyObject_CallMethod(object: *mut PyObject, name: *const c_char, format: *const c_char, ...) -> *mut PyObject;
    fn PyErr_WriteUnraisable(context: *mut PyObject);
}

/// Starts a thread that calls `begin`, and that nobody joins: whether it has been started. `name` says what it is called where
/// the system's tools list threads.
#[cfg(unix)]
pub(crate) fn start_thread<T: Sync>(name: &'static CStr, begin: fn(&'static T), argument: &'static T) -> bool {
    use core::ffi::c_void;
    use core::mem::MaybeUninit;

    type Unwinding = extern "C-unwind" fn(*mut c_void) -> *mut c_void;

    struct Beginning<T: 'static> {
        name: &'static CStr,
        begin: fn(&'static T),
        argument: &'static T,
    }

    extern "C-unwind" fn run<T: 'static>(beginning: *mut c_void) -> *mut c_void {
        // SAFETY: the box that was handed to the thread.
        let Beginning { name, begin, argument } = *unsafe { Box::from_raw(beginning.cast::<Beginning<T>>()) };
        call_itself(name);
        begin(argument);
        ptr::null_mut()
    }

    let beginning = Box::into_raw(Box::new(Beginning { name, begin, argument }));
    // SAFETY: one calling convention. It is C that calls, and that knows of being unwound.
    let run = unsafe { core::mem::transmute::<Unwinding, extern "C" fn(*mut c_void) -> *mut c_void>(run::<T>) };
    let mut thread = MaybeUninit::uninit();
    let attributes = attributes();
    let attributes = attributes.as_ref().map_or(ptr::null(), ptr::from_ref);
    // SAFETY: room for the thread's number; attributes, or NULL for the usual ones; the box goes to the thread.
    let status = unsafe { libc::pthread_create(thread.as_mut_ptr(), attributes, run, beginning.cast()) };
    if status != 0 {
        // SAFETY: nobody took it.
        drop(unsafe { Box::from_raw(beginning) });
        return false;
    }
    // SAFETY: written on success.
    let thread = unsafe { thread.assume_init() };
    // SAFETY: a thread that nobody else joins.
    unsafe { libc::pthread_detach(thread) };
    true
}

/// With glibc a thread has the stack of the process's main one. Elsewhere it can be a hundred kilobytes.
#[cfg(unix)]
fn attributes() -> Option<libc::pthread_attr_t> {
    #[cfg(not(target_env = "gnu"))]
    {
        let mut attributes = core::mem::MaybeUninit::uninit();
        // SAFETY: room for the attributes.
        if unsafe { libc::pthread_attr_init(attributes.as_mut_ptr()) } == 0 {
            // SAFETY: filled in by the call above.
            let mut attributes = unsafe { attributes.assume_init() };
            // SAFETY: attributes that are filled in.
            unsafe { libc::pthread_attr_setstacksize(&raw mut attributes, 2 << 20) };
            return Some(attributes);
        }
    }
    None
}

#[cfg(unix)]
fn call_itself(name: &'static CStr) {
    #[cfg(target_os = "linux")]
    // SAFETY: a name of at most fifteen characters, for this thread.
    unsafe {
        libc::prctl(libc::PR_SET_NAME, name.as_ptr())
    };
    let _ = name;
}

/// Elsewhere a thread is ended without being unwound.
#[cfg(not(unix))]
pub(crate) fn start_thread<T: Sync>(name: &'static CStr, begin: fn(&'static T), argument: &'static T) -> bool {
    let thread = std::thread::Builder::new().name(name.to_string_lossy().into_owned());
    thread.spawn(move || begin(argument)).is_ok()
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

/// Who wants to know that the interpreter is about to go.
pub(crate) trait AtExit {
    /// Called when `atexit` calls what is registered, and again when it forgets that it was to do so.
    ///
    /// # Safety
    /// Attached.
    unsafe fn told();
}

/// Has `atexit` tell `T`; also if it forgets that it was to do so, which it does with everything at the end. `false` if that
/// failed, which is reported.
///
/// # Safety
/// Attached, with no exception set. Nothing on the callers' frames is to be dropped, or the thread is not ended meanwhile.
pub(crate) unsafe fn at_exit<T: AtExit>() -> bool {
    let name = c"owned.at_exit".as_ptr();
    // SAFETY: attached; the name is static, and nobody follows the pointer.
    let capsule = unsafe { ffi::PyCapsule_New(NonNull::dangling().as_ptr(), name, Some(forgotten::<T>)) };
    let (mut function, mut module, mut done) = (ptr::null_mut(), ptr::null_mut(), ptr::null_mut());
    if !capsule.is_null() {
        let definition = ptr::from_ref(const { &Definition::<T>::DEF }).cast_mut();
        // SAFETY: attached; a constant that is only read, and the capsule, which the function holds.
        function = unsafe { PyCFunction_NewEx(definition, capsule, ptr::null_mut()) };
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
        // SAFETY: attached; a reference of ours, or NULL.
        unsafe { ffi::Py_XDECREF(reference) };
    }
    !done.is_null()
}

/// What `atexit` calls: a function that holds the capsule, as its `self`.
struct Definition<T>(PhantomData<T>);

impl<T: AtExit> Definition<T> {
    const DEF: PyMethodDef = PyMethodDef {
        ml_name: c"before_the_interpreter_goes".as_ptr(),
        ml_meth: PyMethodDefPointer { PyCFunction: called::<T> },
        ml_flags: METH_NOARGS,
        ml_doc: ptr::null(),
    };
}

unsafe extern "C" fn called<T: AtExit>(_: *mut PyObject, _: *mut PyObject) -> *mut PyObject {
    // SAFETY: `atexit` calls attached.
    unsafe { T::told() };
    // SAFETY: attached; the reference is handed to the caller.
    unsafe { super::none() }.into_non_null().as_ptr()
}

/// The capsule's destructor.
unsafe extern "C" fn forgotten<T: AtExit>(_: *mut PyObject) {
    // SAFETY: called attached.
    unsafe { T::told() };
}
