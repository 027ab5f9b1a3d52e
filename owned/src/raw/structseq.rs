//! Types of struct sequences.

use core::ffi::{CStr, c_int, c_void};

use super::ffi;

use super::refs::{Failed, NewRef};

/// Shows the collector what an instance holds. C's own function asks the type's dict how many items there are, and the
/// collector may have emptied that already; here all of them are the tuple's.
///
/// # Safety
/// The collector's call: an instance of such a type, and its visitor.
#[inline]
unsafe extern "C" fn traverse(instance: *mut ffi::PyObject, visit: ffi::visitproc, arg: *mut c_void) -> c_int {
    // SAFETY: a live object has a type.
    let class = unsafe { ffi::Py_TYPE(instance) };
    // SAFETY: the caller's visitor; an instance of a type on the heap owns its type.
    let mut stop = unsafe { visit(class.cast(), arg) };
    // SAFETY: an instance is a tuple.
    for at in 0..unsafe { ffi::PyTuple_GET_SIZE(instance) } {
        // SAFETY: below the length.
        let item = unsafe { ffi::PyTuple_GET_ITEM(instance, at) };
        if stop == 0 && !item.is_null() {
            // SAFETY: the caller's visitor; the tuple owns its items.
            stop = unsafe { visit(item, arg) };
        }
    }
    stop
}

/// Frees an instance, as C's own function does but for where it learns the number of items.
///
/// # Safety
/// The interpreter's call: an instance of such a type whose last reference has gone.
#[inline]
unsafe extern "C" fn dealloc(instance: *mut ffi::PyObject) {
    // SAFETY: a whole object with the collector's header.
    unsafe { ffi::PyObject_GC_UnTrack(instance.cast()) };
    // SAFETY: an object has a type.
    let class = unsafe { ffi::Py_TYPE(instance) };
    // SAFETY: an instance is a tuple.
    for at in 0..unsafe { ffi::PyTuple_GET_SIZE(instance) } {
        // SAFETY: below the length.
        let item = unsafe { ffi::PyTuple_GET_ITEM(instance, at) };
        // SAFETY: NULL, or the instance's own reference, which nobody sees any more.
        drop(unsafe { NewRef::from_ptr(item) });
    }
    // SAFETY: allocated by the collector, no longer tracked, and empty.
    unsafe { ffi::PyObject_GC_Del(instance.cast()) };
    // SAFETY: the instance's own reference to its type.
    drop(unsafe { NewRef::from_ptr(class.cast()) });
}

/// `PyStructSequence_NewType`, with all fields in the sequence. Nobody can set attributes of the type: C trusts what
/// `n_fields` says when it makes an instance.
///
/// # Safety
/// The thread is attached.
#[inline]
pub(crate) unsafe fn struct_sequence_type(
    name: &'static CStr,
    doc: &'static CStr,
    fields: &[(&'static CStr, &'static CStr)],
) -> Result<NewRef, Failed> {
    let end = ffi::PyStructSequence_Field { name: core::ptr::null(), doc: core::ptr::null() };
    let mut list: Vec<_> = fields
        .iter()
        .map(|(name, doc)| ffi::PyStructSequence_Field { name: name.as_ptr(), doc: doc.as_ptr() })
        .chain([end])
        .collect();
    let mut description = ffi::PyStructSequence_Desc {
        name: name.as_ptr(),
        doc: doc.as_ptr(),
        fields: list.as_mut_ptr(),
        n_in_sequence: c_int::try_from(fields.len()).unwrap_or(c_int::MAX),
    };
    // SAFETY: attached; the list ends with a nameless field; what the type keeps are the static strings.
    let class = unsafe { super::struct_sequence_new_type(&raw mut description) }?;
    let new = class.borrow().as_ptr().cast::<ffi::PyTypeObject>();
    // SAFETY: a new type, which nobody else uses yet and nobody can derive from.
    unsafe { (*new).tp_traverse = Some(traverse) };
    // SAFETY: as above.
    unsafe { (*new).tp_dealloc = Some(dealloc) };
    // SAFETY: a live type object; only the address is taken.
    let flags = unsafe { &raw mut (*new).tp_flags };
    #[cfg(not(Py_GIL_DISABLED))]
    // SAFETY: a new type, which nobody else uses yet; only attached threads write there.
    unsafe {
        *flags |= ffi::Py_TPFLAGS_IMMUTABLETYPE
    };
    #[cfg(Py_GIL_DISABLED)]
    // SAFETY: as above; an atomic word.
    unsafe { &*flags }.fetch_or(ffi::Py_TPFLAGS_IMMUTABLETYPE, core::sync::atomic::Ordering::Relaxed);
    Ok(class)
}
