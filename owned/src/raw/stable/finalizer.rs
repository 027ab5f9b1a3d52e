//! `tp_finalize`, for an object that nobody refers to any more.

use core::ffi::c_int;
use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use super::ffi::{self, PyObject};

/// The addresses of objects that were kept when they were asked. C marks the object itself, in a place that is not in reach.
/// Each is taken out when the object goes, which it does through the function below.
static KEPT: Mutex<BTreeSet<usize>> = Mutex::new(BTreeSet::new());

/// `PyObject_CallFinalizerFromDealloc`: 0 if the object goes, -1 if somebody has kept it. It is asked once, but for what the
/// collector asks of it, which does not know.
pub(in crate::raw) unsafe fn PyObject_CallFinalizerFromDealloc(object: *mut PyObject) -> c_int {
    // SAFETY: the caller's: it holds its type.
    let class = unsafe { ffi::Py_TYPE(object) };
    let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    if kept.remove(&object.addr()) {
        return 0;
    }
    drop(kept);
    // SAFETY: attached; the object is whole. Without the collector's header it says no.
    if unsafe { ffi::PyObject_GC_IsFinalized(object) } != 0 {
        return 0;
    }
    // SAFETY: a live type.
    let finalize = unsafe { ffi::PyType_GetSlot(class, ffi::Py_tp_finalize) };
    // SAFETY: a `destructor` stands in that slot, or NULL.
    let finalize: Option<ffi::destructor> = unsafe { core::mem::transmute::<*mut core::ffi::c_void, _>(finalize) };
    let Some(finalize) = finalize else { return 0 };
    // On every version the count, of which nothing is left, is the lower half of the first word or all of it. The whole
    // is changed: what else is in it stays.
    let word = object.cast::<usize>();
    // SAFETY: a whole object, which nobody else knows, in the first word of which is its count.
    unsafe { *word += 1 };
    // SAFETY: attached; the slot of the object's own type, and one reference, which this function has.
    unsafe { finalize(object) };
    // SAFETY: the reference of above goes. Somebody else may have one now, so the object is still there.
    unsafe { *word -= 1 };
    // SAFETY: as above.
    if unsafe { count(object) } == 0 {
        return 0;
    }
    KEPT.lock().unwrap_or_else(PoisonError::into_inner).insert(object.addr());
    -1
}

/// How many references there are, as they are counted on every version.
///
/// # Safety
/// A whole object.
#[inline]
pub(in crate::raw) unsafe fn count(object: *mut PyObject) -> usize {
    // SAFETY: the caller's: the first word has the count.
    let word = unsafe { object.cast::<usize>().read() };
    // From 3.12 on it has 32 bits on 64-bit machines, and from 3.14 on flags above them.
    if cfg!(target_pointer_width = "64") { word & 0xFFFF_FFFF } else { word }
}
