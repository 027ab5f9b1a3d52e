//! The current exception: one normalised object, on every version.

use super::ffi;

use super::refs::{BorrowedRef, NewRef};

/// Whether an exception is set on this (attached) thread.
#[inline]
pub(crate) fn error_is_set() -> bool {
    // SAFETY: called between C calls on an attached thread.
    !unsafe { ffi::PyErr_Occurred() }.is_null()
}

/// Takes the current exception off the thread, normalised, with its traceback attached.
///
/// # Safety
/// The thread is attached.
#[cfg(Py_3_12)]
#[inline]
pub(crate) unsafe fn take_exception() -> Option<NewRef> {
    // SAFETY: attached; a new reference or NULL.
    let raised = unsafe { ffi::PyErr_GetRaisedException() };
    // SAFETY: the contract above.
    unsafe { NewRef::from_ptr(raised) }
}

/// Makes `exception` the current one.
///
/// # Safety
/// The thread is attached and the object is an exception.
#[cfg(Py_3_12)]
#[inline]
pub(crate) unsafe fn set_exception(exception: NewRef) {
    // SAFETY: attached; the reference is stolen, so it is given up.
    unsafe { ffi::PyErr_SetRaisedException(exception.into_non_null().as_ptr()) }
}

/// Takes the current exception off the thread, normalised, with its traceback attached.
///
/// # Safety
/// The thread is attached.
#[cfg(not(Py_3_12))]
#[inline]
pub(crate) unsafe fn take_exception() -> Option<NewRef> {
    let (mut class, mut value, mut trace) = (core::ptr::null_mut(), core::ptr::null_mut(), core::ptr::null_mut());
    // SAFETY: attached; three new references or NULLs come out.
    unsafe { ffi::PyErr_Fetch(&mut class, &mut value, &mut trace) };
    if class.is_null() {
        return None;
    }
    // SAFETY: attached; the references are replaced in place.
    unsafe { ffi::PyErr_NormalizeException(&mut class, &mut value, &mut trace) };
    // SAFETY: the reference to the type is ours and not needed.
    let _class = unsafe { NewRef::from_ptr(class) };
    // SAFETY: the reference to the traceback is ours.
    let trace = unsafe { NewRef::from_ptr(trace) };
    // SAFETY: the reference to the exception is ours.
    let value = unsafe { NewRef::from_ptr(value) }?;
    if let Some(trace) = trace {
        // SAFETY: attached; an exception and a traceback; the exception takes its own reference.
        unsafe { ffi::PyException_SetTraceback(value.borrow().as_ptr(), trace.borrow().as_ptr()) };
    }
    Some(value)
}

/// Makes `exception` the current one.
///
/// # Safety
/// The thread is attached and the object is an exception.
#[cfg(not(Py_3_12))]
#[inline]
pub(crate) unsafe fn set_exception(exception: NewRef) {
    let class = super::type_of(exception.borrow()).to_new();
    // SAFETY: attached; an exception; a new reference or NULL.
    let trace = unsafe { ffi::PyException_GetTraceback(exception.borrow().as_ptr()) };
    let (class, value) = (class.into_non_null().as_ptr(), exception.into_non_null().as_ptr());
    // SAFETY: attached; all three references are stolen, and all three were given up above.
    unsafe { ffi::PyErr_Restore(class, value, trace) }
}

/// Reports the current exception through `sys.unraisablehook` and clears it.
///
/// # Safety
/// The thread is attached and an exception is set.
#[inline]
pub(crate) unsafe fn write_unraisable(context: Option<BorrowedRef<'_>>) {
    let context = context.map_or(core::ptr::null_mut(), BorrowedRef::as_ptr);
    // SAFETY: attached, and an exception is set; the context is borrowed or NULL.
    unsafe { ffi::PyErr_WriteUnraisable(context) }
}

/// Shows the current exception by `sys.excepthook` and clears it (`PyErr_PrintEx`, which ends the process for a
/// `SystemExit`).
///
/// # Safety
/// The thread is attached and an exception is set.
#[inline]
pub(crate) unsafe fn print_exception() {
    // SAFETY: attached, and an exception is set; `sys.last_value` and its like are left alone.
    unsafe { ffi::PyErr_PrintEx(0) }
}

/// The exception current when this was made, put back when it is dropped; what was set in between is reported as
/// unraisable. Destructors run between two instructions of somebody else's error handling and must not disturb it.
pub(crate) struct SavedException(#[cfg(Py_3_12)] Option<NewRef>, #[cfg(not(Py_3_12))] Triple);

/// Type, value and traceback as they are. They are not made one object here: that calls the exception's class, and a
/// destructor is no place to run somebody's `__init__`.
#[cfg(not(Py_3_12))]
type Triple = [*mut ffi::PyObject; 3];

impl SavedException {
    /// # Safety
    /// The thread is attached until the value is dropped.
    #[cfg(Py_3_12)]
    #[inline]
    pub(crate) unsafe fn take() -> Self {
        // SAFETY: the caller is attached.
        SavedException(unsafe { take_exception() })
    }

    /// # Safety
    /// The thread is attached until the value is dropped.
    #[cfg(not(Py_3_12))]
    #[inline]
    pub(crate) unsafe fn take() -> Self {
        let mut triple = [core::ptr::null_mut(); 3];
        let [class, value, trace] = &mut triple;
        // SAFETY: attached; three new references or NULLs come out.
        unsafe { ffi::PyErr_Fetch(class, value, trace) };
        SavedException(triple)
    }
}

impl Drop for SavedException {
    #[inline]
    fn drop(&mut self) {
        if error_is_set() {
            // SAFETY: attached, and an exception is set.
            unsafe { write_unraisable(None) };
        }
        #[cfg(Py_3_12)]
        if let Some(exception) = self.0.take() {
            // SAFETY: attached; it came from `take_exception`.
            unsafe { set_exception(exception) };
        }
        #[cfg(not(Py_3_12))]
        {
            let [class, value, trace] = self.0;
            if !class.is_null() {
                // SAFETY: attached; the three references of `take`, given back; nothing is set.
                unsafe { ffi::PyErr_Restore(class, value, trace) };
            }
        }
    }
}

/// An attribute that is an `int` of 32 bits; `None` for anything else, with no exception left.
#[inline]
pub(crate) fn exception_attribute_i32(exception: BorrowedRef<'_>, name: &core::ffi::CStr) -> Option<i32> {
    // SAFETY: whoever holds an object is attached; a C string.
    let value = unsafe { ffi::PyObject_GetAttrString(exception.as_ptr(), name.as_ptr()) };
    // SAFETY: a new reference, or NULL with an exception set.
    let value = unsafe { NewRef::from_ptr(value) };
    let number = value.filter(|value| super::is_int(value.borrow())).and_then(|value| {
        // SAFETY: attached, and an int.
        unsafe { super::long_as_i64(value.borrow()) }.ok()?.ok()
    });
    if error_is_set() {
        // SAFETY: attached.
        unsafe { ffi::PyErr_Clear() };
    }
    number.and_then(|number| i32::try_from(number).ok())
}
