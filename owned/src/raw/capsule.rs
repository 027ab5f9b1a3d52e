//! Capsules: a pointer with a name and a destructor, as an object.

use core::ffi::{CStr, c_void};

use super::ffi;

use super::refs::{BorrowedRef, Failed, NewRef};
use super::results;

/// What CPython calls when a capsule goes.
pub(crate) type Destructor = unsafe extern "C" fn(*mut ffi::PyObject);

/// `PyCapsule_New`. The capsule does not own the name.
///
/// # Safety
/// The thread is attached; the pointer is not NULL and is good for the destructor, if there is one.
#[inline]
pub(crate) unsafe fn capsule_new(
    pointer: *mut c_void,
    name: &'static CStr,
    destructor: Option<Destructor>,
) -> Result<NewRef, Failed> {
    // SAFETY: attached; the name is static.
    let capsule = unsafe { ffi::PyCapsule_New(pointer, name.as_ptr(), destructor) };
    // SAFETY: a new reference, or NULL with an exception set.
    unsafe { results::new(capsule) }
}

/// The pointer, if the capsule has this very destructor: then it is what that destructor takes.
///
/// # Safety
/// The thread is attached and the object is a capsule.
#[inline]
pub(crate) unsafe fn capsule_pointer(capsule: BorrowedRef<'_>, destructor: Destructor) -> Option<*mut c_void> {
    // SAFETY: attached, and a capsule; fails for no capsule that is valid.
    let found = unsafe { ffi::PyCapsule_GetDestructor(capsule.as_ptr()) };
    if !found.is_some_and(|found| core::ptr::fn_addr_eq(found, destructor)) {
        return None;
    }
    // SAFETY: attached, and a capsule; NULL for no name.
    let name = unsafe { super::capsule_get_name(capsule) }.ok()?;
    // SAFETY: attached, and a capsule of that name.
    unsafe { super::capsule_get_pointer(capsule, name) }.ok()
}
