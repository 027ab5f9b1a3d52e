//! Walking over containers: what C writes as macros in the head of a loop. Each step makes what it finds strong before
//! any other code can run.

use super::ffi;
use pyo3_ffi::Py_ssize_t;

use super::object_lock::locked;
use super::refs::{BorrowedRef, NewRef};

/// One step over a dict.
pub(crate) enum DictStep {
    /// The next key and its value.
    Pair(NewRef, NewRef),
    /// There is no next one.
    End,
    /// The dict has another number of keys than the walk began with.
    Resized,
}

/// The next pair of `PyDict_Next`, both made strong at once, if the dict still has `used` keys. All of it happens under
/// the dict's lock, as `PyDict_Next` asks for where there is no GIL: the pair is borrowed until it is made strong.
///
/// A position that a change of the dict has made meaningless is never followed out of the dict: CPython compares it
/// with the size of the table on every call.
///
/// # Safety
/// The thread is attached, `dict` is a dict, `position` came from an earlier call on it or is 0.
#[inline]
pub(crate) unsafe fn dict_step(dict: BorrowedRef<'_>, position: &mut Py_ssize_t, used: usize) -> DictStep {
    let step = || {
        // SAFETY: a dict, by the caller.
        if unsafe { dict_used(dict) } != used {
            return DictStep::Resized;
        }
        let (mut key, mut value) = (core::ptr::null_mut(), core::ptr::null_mut());
        // SAFETY: attached, and a dict; key and value are borrowed from it if the result is not 0.
        if unsafe { ffi::PyDict_Next(dict.as_ptr(), position, &mut key, &mut value) } == 0 {
            return DictStep::End;
        }
        // SAFETY: the dict holds the key; no code has run since, and no other thread has changed the locked dict.
        let key = unsafe { BorrowedRef::from_ptr(key) };
        // SAFETY: the dict holds the value, as above.
        let value = unsafe { BorrowedRef::from_ptr(value) };
        match (key, value) {
            (Some(key), Some(value)) => DictStep::Pair(key.to_new(), value.to_new()),
            _ => DictStep::End,
        }
    };
    // SAFETY: attached, by the caller.
    unsafe { locked(dict, step) }
}

/// The number of keys (`PyDict_GET_SIZE`).
///
/// # Safety
/// `dict` is a dict.
#[inline]
pub(crate) unsafe fn dict_used(dict: BorrowedRef<'_>) -> usize {
    #[cfg(Py_LIMITED_API)]
    // SAFETY: a live dict.
    let used = unsafe { ffi::PyDict_Size(dict.as_ptr()) };
    #[cfg(not(Py_LIMITED_API))]
    let dict = dict.as_ptr().cast::<ffi::PyDictObject>();
    #[cfg(not(Py_LIMITED_API))]
    // SAFETY: a live dict, whose struct begins so on every version (the layout check of `c-shim` measures it).
    let used = unsafe { &raw const (*dict).ma_used };
    #[cfg(Py_GIL_DISABLED)]
    // SAFETY: an aligned word of a live object; another thread may write it, hence the atomic read, as C does it.
    let used = unsafe { core::sync::atomic::AtomicIsize::from_ptr(used.cast_mut()) }
        .load(core::sync::atomic::Ordering::Relaxed);
    #[cfg(not(any(Py_GIL_DISABLED, Py_LIMITED_API)))]
    // SAFETY: a word of a live object, which only attached threads write.
    let used = unsafe { used.read() };
    used.unsigned_abs()
}

/// The item at `index`, made strong at once; `None` past the end.
///
/// # Safety
/// The thread is attached and `list` is a list.
#[cfg(not(Py_GIL_DISABLED))]
#[inline]
pub(crate) unsafe fn list_item(list: BorrowedRef<'_>, index: usize) -> Option<NewRef> {
    // SAFETY: a list, by the caller.
    if index >= unsafe { ffi::PyList_GET_SIZE(list.as_ptr()) }.cast_unsigned() {
        return None;
    }
    // SAFETY: a list, and an index within it.
    let item = unsafe { ffi::PyList_GET_ITEM(list.as_ptr(), index.cast_signed()) };
    // SAFETY: the list holds the item, and no code runs before it is made strong. NULL is a place that somebody has
    // not filled yet.
    Some(unsafe { BorrowedRef::from_ptr(item) }?.to_new())
}

/// The item at `index`, made strong at once; `None` past the end.
///
/// # Safety
/// The thread is attached and `list` is a list.
#[cfg(Py_GIL_DISABLED)]
#[inline]
pub(crate) unsafe fn list_item(list: BorrowedRef<'_>, index: usize) -> Option<NewRef> {
    // SAFETY: a list, by the caller; the size is read atomically.
    if index >= unsafe { ffi::PyList_GET_SIZE(list.as_ptr()) }.cast_unsigned() {
        return None;
    }
    // SAFETY: attached, and a list; the function sees to other threads.
    let item = unsafe { ffi::PyList_GetItemRef(list.as_ptr(), index.cast_signed()) };
    // SAFETY: a new reference, or NULL with an exception set.
    let item = unsafe { NewRef::from_ptr(item) };
    if item.is_none() {
        // Another thread has shortened the list in between: that is the end, no error.
        // SAFETY: attached.
        unsafe { ffi::PyErr_Clear() };
    }
    item
}
