//! What a type object has inside, read and written where it lies, as C does with the full API.

use core::ffi::CStr;

use super::ffi;
use super::refs::{BorrowedRef, Failed, NewRef};
use super::results;

/// `tp_alloc`.
///
/// # Safety
/// A live type, which is ready.
#[inline]
pub(super) unsafe fn alloc_of(class: *mut ffi::PyTypeObject) -> ffi::allocfunc {
    // SAFETY: a live type.
    let alloc = unsafe { (*class).tp_alloc };
    // SAFETY: `PyType_Ready` gives each type one.
    unsafe { alloc.unwrap_unchecked() }
}

/// `tp_free`.
///
/// # Safety
/// A live type, which is ready.
#[inline]
pub(super) unsafe fn free_of(class: *mut ffi::PyTypeObject) -> ffi::freefunc {
    // SAFETY: a live type.
    let free = unsafe { (*class).tp_free };
    // SAFETY: `PyType_Ready` gives each type one.
    unsafe { free.unwrap_unchecked() }
}

/// `tp_iternext`.
///
/// # Safety
/// A live type.
#[inline]
pub(super) unsafe fn next_of(class: *mut ffi::PyTypeObject) -> Option<ffi::iternextfunc> {
    // SAFETY: a live type.
    unsafe { (*class).tp_iternext }
}

/// `am_await`.
///
/// # Safety
/// A live type.
#[cfg(feature = "async")]
#[inline]
pub(super) unsafe fn await_of(class: *mut ffi::PyTypeObject) -> Option<ffi::unaryfunc> {
    // SAFETY: a live type.
    let methods = unsafe { (*class).tp_as_async };
    // SAFETY: NULL, or the table of a live type.
    unsafe { methods.as_ref() }?.am_await
}

/// How a `bytearray` lends its memory, and takes it back.
#[inline]
pub(super) fn bytearray_buffer() -> (ffi::getbufferproc, ffi::releasebufferproc) {
    // SAFETY: a static type, which is ready wherever there is a bytearray, and does not change.
    let functions = unsafe { ffi::PyByteArray_Type.tp_as_buffer };
    // SAFETY: as above: static too, and not NULL, since a bytearray is a buffer.
    let functions = unsafe { &*functions };
    let fill = functions.bf_getbuffer.expect("a bytearray is a buffer");
    (fill, functions.bf_releasebuffer.expect("a bytearray counts its views"))
}

/// `tp_name`, as text.
#[inline]
pub(crate) fn type_name(class: BorrowedRef<'_>) -> String {
    read_type_name(class, &str::to_owned)
}

/// The same, lent: to what runs no Python code, which could give the type another name.
#[inline]
pub(crate) fn read_type_name(class: BorrowedRef<'_>, read: &dyn Fn(&str) -> String) -> String {
    let class = class.as_ptr().cast::<ffi::PyTypeObject>();
    // SAFETY: a live type object; `tp_name` is never NULL.
    let name = unsafe { (*class).tp_name };
    // SAFETY: a C string that lives as long as the type has that name.
    let name = unsafe { CStr::from_ptr(name) };
    // Nearly all are ASCII, which is seen sooner than what of a name is no UTF-8.
    name.to_str().map_or_else(|_| read(&name.to_string_lossy()), read)
}

/// Whether a type on the way up from the object's own is called so in C.
#[inline]
pub(crate) fn has_base_named(object: BorrowedRef<'_>, name: &str) -> bool {
    let mut class: *mut ffi::PyTypeObject = super::type_of(object).as_ptr().cast();
    while !class.is_null() {
        // SAFETY: a live type object: the object holds its type, which holds its base.
        let called = unsafe { (*class).tp_name };
        // SAFETY: a C string that lives as long as the type.
        if unsafe { CStr::from_ptr(called) }.to_bytes() == name.as_bytes() {
            return true;
        }
        // SAFETY: as above.
        class = unsafe { (*class).tp_base };
    }
    false
}

/// How many bytes an instance of a type has, the items of one of variable size left out.
#[inline]
pub(crate) fn basic_size(class: BorrowedRef<'_>) -> usize {
    let class: *mut ffi::PyTypeObject = class.as_ptr().cast();
    // SAFETY: a live type object, as its callers know.
    unsafe { (*class).tp_basicsize }.cast_unsigned()
}

/// Puts an attribute into the dict of a type, also of one that Python code cannot change.
///
/// # Errors
/// `MemoryError`.
///
/// # Safety
/// The thread is attached; `class` is a type that was made from a spec, which has the dict to itself.
#[inline]
pub(crate) unsafe fn type_put(class: BorrowedRef<'_>, name: &CStr, value: BorrowedRef<'_>) -> Result<(), Failed> {
    let class = class.as_ptr().cast::<ffi::PyTypeObject>();
    // SAFETY: a live type, whose dict was made with it.
    let dict = unsafe { (*class).tp_dict };
    // SAFETY: attached; a dict, a C string and a live object, to which the dict takes its own reference.
    let put = unsafe { ffi::PyDict_SetItemString(dict, name.as_ptr(), value.as_ptr()) };
    // SAFETY: attached; a live type.
    unsafe { ffi::PyType_Modified(class) };
    results::status(put)
}

/// Replaces the `__qualname__` of a type, also of one that Python code cannot change.
///
/// # Safety
/// The thread is attached; `class` is a type that was made from a spec and that nobody else has seen; `name` is a `str`.
#[inline]
pub(crate) unsafe fn type_set_qualified_name(class: BorrowedRef<'_>, name: NewRef) {
    let class = class.as_ptr().cast::<ffi::PyHeapTypeObject>();
    // SAFETY: a live heap type; the place is its own.
    let place = unsafe { &raw mut (*class).ht_qualname };
    // SAFETY: nobody else reads it; the reference moves there, and the one that was there is ours.
    let before = unsafe { place.replace(name.into_ptr()) };
    // SAFETY: a heap type holds one reference to its name.
    drop(unsafe { NewRef::from_ptr(before) });
}

/// Has the type itself, but no subclass of it, called by `function` rather than by `type.__call__`.
///
/// # Safety
/// `class` is a heap type that nobody has called yet; `function` does what `type.__call__` would.
#[inline]
pub(crate) unsafe fn type_set_vectorcall(class: BorrowedRef<'_>, function: ffi::vectorcallfunc) {
    let class = class.as_ptr().cast::<ffi::PyTypeObject>();
    // SAFETY: a live type that only its maker knows; the field is inherited by nobody.
    unsafe { (*class).tp_vectorcall = Some(function) };
}
