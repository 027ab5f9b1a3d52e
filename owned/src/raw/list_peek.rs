//! Items of a list or a tuple that are looked at in passing.

use super::ffi;

use super::refs::BorrowedRef;

/// Looks at the item at `index` if there is one, without a reference of its own where the GIL keeps others out.
///
/// # Safety
/// The thread is attached, and the object is a `list`. `look` runs no Python code.
#[inline]
pub(crate) unsafe fn list_peek<R>(
    list: BorrowedRef<'_>,
    index: usize,
    look: impl FnOnce(BorrowedRef<'_>) -> R,
) -> Option<R> {
    #[cfg(Py_GIL_DISABLED)]
    {
        // SAFETY: attached, and a list, by the caller.
        unsafe { super::list_item(list, index) }.map(|item| look(item.borrow()))
    }
    #[cfg(not(Py_GIL_DISABLED))]
    {
        // SAFETY: a list.
        let size = unsafe { ffi::PyList_GET_SIZE(list.as_ptr()) };
        // A list has no negative size.
        if index >= size.cast_unsigned() {
            return None;
        }
        // SAFETY: a list, and below its size.
        let item = unsafe { ffi::PyList_GET_ITEM(list.as_ptr(), index.cast_signed()) };
        // SAFETY: the list holds it, and no code runs before `look` is through.
        unsafe { BorrowedRef::from_ptr(item) }.map(look)
    }
}

/// `PyList_GET_SIZE`.
///
/// # Safety
/// The object is a `list`.
#[inline]
pub(crate) unsafe fn list_length(list: BorrowedRef<'_>) -> usize {
    // SAFETY: a list.
    unsafe { ffi::PyList_GET_SIZE(list.as_ptr()) }.cast_unsigned()
}

/// Whether the place at `index`, where an item was asked for and none was had, is one that somebody has still to fill.
/// Without a GIL that is not known: another thread may have appended an item since.
///
/// # Safety
/// The object is a `list`.
#[inline]
pub(crate) unsafe fn list_place_is_empty(list: BorrowedRef<'_>, index: usize) -> bool {
    // SAFETY: a list.
    cfg!(not(Py_GIL_DISABLED)) && index < unsafe { list_length(list) }
}

/// The item of a tuple at `index`, if there is one.
///
/// # Safety
/// The object is a `tuple`.
#[inline]
pub(crate) unsafe fn tuple_peek(tuple: BorrowedRef<'_>, index: usize) -> Option<BorrowedRef<'_>> {
    // SAFETY: a tuple.
    if index >= unsafe { ffi::PyTuple_GET_SIZE(tuple.as_ptr()) }.cast_unsigned() {
        return None;
    }
    // SAFETY: a tuple, and below its size.
    let item = unsafe { ffi::PyTuple_GET_ITEM(tuple.as_ptr(), index.cast_signed()) };
    // SAFETY: the tuple holds it and does not change.
    unsafe { BorrowedRef::from_ptr(item) }
}

/// Runs `f` with where a tuple's items lie, and how many there are.
///
/// # Safety
/// The object is a `tuple`.
#[cfg(not(Py_LIMITED_API))]
#[inline(always)]
pub(crate) unsafe fn with_tuple_array<R>(
    tuple: BorrowedRef<'_>,
    f: impl FnOnce(*const *mut ffi::PyObject, isize) -> R,
) -> R {
    let object = tuple.as_ptr().cast::<ffi::PyTupleObject>();
    // SAFETY: a live tuple, whose struct begins so on every version (the layout check of `c-shim` measures it).
    let first = unsafe { &raw const (*object).ob_item };
    // SAFETY: a tuple.
    let count = unsafe { ffi::PyTuple_GET_SIZE(tuple.as_ptr()) };
    f(first.cast(), count)
}

/// Runs `f` with a copy of the pointers to a tuple's items, which the tuple holds, and how many there are.
///
/// # Safety
/// The object is a `tuple`.
#[cfg(Py_LIMITED_API)]
pub(crate) unsafe fn with_tuple_array<R>(
    tuple: BorrowedRef<'_>,
    f: impl FnOnce(*const *mut ffi::PyObject, isize) -> R,
) -> R {
    const FEW: usize = 8;
    // SAFETY: a tuple.
    let count = unsafe { ffi::PyTuple_Size(tuple.as_ptr()) };
    // SAFETY: a tuple, and below its size.
    let item = |at| unsafe { ffi::PyTuple_GetItem(tuple.as_ptr(), at) };
    if count.unsigned_abs() <= FEW {
        let mut few = [core::ptr::null_mut(); FEW];
        for at in 0..count {
            few[at.unsigned_abs()] = item(at);
        }
        return f(few.as_ptr(), count);
    }
    let many: Vec<_> = (0..count).map(item).collect();
    f(many.as_ptr(), count)
}
