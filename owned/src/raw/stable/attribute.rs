//! What the interpreter's own types say of their instances: by their descriptors, which are C's and run no Python code.

use core::ffi::{CStr, c_void};
use core::ptr;

use super::ffi;
use crate::raw::refs::{BorrowedRef, NewRef};

/// The value of a field that a type of C's declares (a member, a property), of an instance of it. `None` with an exception.
///
/// # Safety
/// The thread is attached; `owner` is a static type whose own type is `type`, `object` an instance of it.
pub(in crate::raw) unsafe fn field(
    owner: *mut ffi::PyTypeObject,
    name: &CStr,
    object: *mut ffi::PyObject,
) -> Option<NewRef> {
    // SAFETY: attached; a live type, whose attribute is the descriptor itself.
    let descriptor = unsafe { own_method(owner, name) }?;
    // SAFETY: the caller's.
    unsafe { read(&descriptor, object) }
}

/// What a descriptor says of an object.
///
/// # Safety
/// The thread is attached; a descriptor of C's, whose `tp_descr_get` checks the object.
unsafe fn read(descriptor: &NewRef, object: *mut ffi::PyObject) -> Option<NewRef> {
    let descriptor = descriptor.borrow().as_ptr();
    // SAFETY: a live object.
    let class = unsafe { ffi::Py_TYPE(descriptor) };
    // SAFETY: a live type.
    let get = unsafe { ffi::PyType_GetSlot(class, ffi::Py_tp_descr_get) };
    // SAFETY: a `descrgetfunc` stands in that slot, or NULL.
    let get: Option<ffi::descrgetfunc> = unsafe { core::mem::transmute::<*mut c_void, _>(get) };
    // SAFETY: a live object.
    let class = unsafe { ffi::Py_TYPE(object) };
    // SAFETY: attached; two live objects, and the type of the second; a new reference or NULL.
    let value = unsafe { get?(descriptor, object, class.cast()) };
    // SAFETY: the contract above.
    unsafe { NewRef::from_ptr(value) }
}

/// An attribute of a static type: what it has under that name for its instances.
///
/// # Safety
/// The thread is attached; `owner` is a static type whose own type is `type`.
pub(in crate::raw) unsafe fn own_method(owner: *mut ffi::PyTypeObject, name: &CStr) -> Option<NewRef> {
    // SAFETY: attached; a live object and a C string; a new reference or NULL.
    let found = unsafe { ffi::PyObject_GetAttrString(owner.cast(), name.as_ptr()) };
    // SAFETY: the contract above.
    unsafe { NewRef::from_ptr(found) }
}

/// What `type` itself says of a type (`__basicsize__`), whatever the metaclass would. `None` with an exception.
///
/// # Safety
/// The thread is attached; a live type.
pub(in crate::raw) unsafe fn field_of_type(class: BorrowedRef<'_>, name: &CStr) -> Option<NewRef> {
    let owner = &raw mut ffi::PyType_Type;
    // SAFETY: attached; `type.__dict__`.
    let all = unsafe { own_method(owner, c"__dict__") }?;
    // SAFETY: attached; a mapping proxy and a C string; a new reference or NULL.
    let descriptor = unsafe { ffi::PyMapping_GetItemString(all.borrow().as_ptr(), name.as_ptr()) };
    // SAFETY: the contract above.
    let descriptor = unsafe { NewRef::from_ptr(descriptor) }?;
    // SAFETY: attached; a descriptor of `type`, of a type.
    unsafe { read(&descriptor, class.as_ptr()) }
}

/// Whether a type is one of C's, which live for ever, and is called so; a name of `module` if one is given. No Python code
/// runs.
///
/// # Safety
/// The thread is attached; a live type.
pub(in crate::raw) unsafe fn class_is_static_and_named(
    class: *mut ffi::PyTypeObject,
    module: Option<&CStr>,
    name: &CStr,
) -> bool {
    // SAFETY: a live type.
    if unsafe { ffi::PyType_HasFeature(class, ffi::Py_TPFLAGS_HEAPTYPE) } != 0 {
        return false;
    }
    // SAFETY: attached; a live type; a new reference or NULL.
    let called = unsafe { ffi::PyType_GetName(class) };
    // SAFETY: the contract above.
    let called = unsafe { NewRef::from_ptr(called) };
    // SAFETY: attached.
    if !unsafe { is_text(called, name) } {
        return false;
    }
    let Some(module) = module else { return true };
    // SAFETY: attached; a live type.
    let found = unsafe { module_of(class) };
    // SAFETY: attached.
    unsafe { is_text(found, module) }
}

/// `__module__` of a type whose own type is `type`: of others, code in Python could answer.
///
/// # Safety
/// The thread is attached; a live type.
pub(in crate::raw) unsafe fn module_of(class: *mut ffi::PyTypeObject) -> Option<NewRef> {
    // SAFETY: a live object.
    if !ptr::eq(unsafe { ffi::Py_TYPE(class.cast()) }, &raw const ffi::PyType_Type) {
        return None;
    }
    // SAFETY: attached; `type` answers; a new reference or NULL.
    let found = unsafe { ffi::PyObject_GetAttrString(class.cast(), c"__module__".as_ptr()) };
    // SAFETY: the contract above.
    let found = unsafe { NewRef::from_ptr(found) };
    if found.is_none() {
        // SAFETY: attached.
        unsafe { ffi::PyErr_Clear() };
    }
    found
}

/// Whether it is a `str` of these ASCII characters. Without one the exception is cleared.
///
/// # Safety
/// The thread is attached.
unsafe fn is_text(found: Option<NewRef>, text: &CStr) -> bool {
    let Some(found) = found else {
        // SAFETY: attached.
        unsafe { ffi::PyErr_Clear() };
        return false;
    };
    let found = found.borrow().as_ptr();
    // SAFETY: a live object.
    let is_str = unsafe { ffi::PyUnicode_Check(found) } != 0;
    // SAFETY: attached; a `str`, and a C string; it cannot fail.
    is_str && unsafe { ffi::PyUnicode_CompareWithASCIIString(found, text.as_ptr()) } == 0
}
