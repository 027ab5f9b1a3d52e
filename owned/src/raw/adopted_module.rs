//! What C code has made that is adopted: modules.

use super::ffi;

use super::refs::{BorrowedRef, PyObject};

/// Whether it has a type at all: a static of C's has none before it is made ready.
///
/// # Safety
/// It points to something that begins as an object does.
#[inline]
pub(crate) unsafe fn has_type(object: *mut PyObject) -> bool {
    // SAFETY: the caller's.
    !unsafe { (*object).ob_type }.is_null()
}

/// Whether it is the definition of a module.
#[inline]
pub(crate) fn is_module_def(object: BorrowedRef<'_>) -> bool {
    super::type_of(object).as_ptr() == (&raw mut ffi::PyModuleDef_Type).cast()
}

/// A module of a single phase, which may have said that it does without the GIL, asks for it.
///
/// # Safety
/// Attached; a module.
#[inline]
pub(crate) unsafe fn ask_for_gil(module: BorrowedRef<'_>) {
    #[cfg(Py_GIL_DISABLED)]
    // SAFETY: the caller's. It fails for what is no module alone.
    unsafe {
        ffi::PyUnstable_Module_SetGIL(module.as_ptr(), ffi::Py_MOD_GIL_USED)
    };
    #[cfg(not(Py_GIL_DISABLED))]
    let _ = module;
}
