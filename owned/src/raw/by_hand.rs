//! The functions for which no rule of the contract table gives a wrapper, by hand.

use core::ffi::c_int;
use core::ptr::NonNull;

use super::ffi;

use super::refs::{BorrowedRef, Failed, NewRef};

/// Whether the object is `None`.
#[inline]
pub(crate) fn is_none(object: BorrowedRef<'_>) -> bool {
    // SAFETY: `Py_None` only yields the address of a static.
    object.as_ptr() == unsafe { ffi::Py_None() }
}

/// A new reference to `None`.
///
/// # Safety
/// The thread is attached.
#[inline]
pub(crate) unsafe fn none() -> NewRef {
    // SAFETY: `Py_None` only yields the address of a static.
    let none = unsafe { ffi::Py_None() };
    // SAFETY: `None` lives as long as the interpreter, which lives while a thread is attached.
    unsafe { BorrowedRef::from_ptr(none) }.expect("None is not NULL").to_new()
}

/// A new reference to `NotImplemented`.
///
/// # Safety
/// The thread is attached.
#[inline]
pub(crate) unsafe fn not_implemented() -> NewRef {
    // SAFETY: `Py_NotImplemented` only yields the address of a static.
    let object = unsafe { ffi::Py_NotImplemented() };
    // SAFETY: it lives as long as the interpreter, which lives while a thread is attached.
    unsafe { BorrowedRef::from_ptr(object) }.expect("NotImplemented is not NULL").to_new()
}

/// The item of a tuple that is whole, in which none is NULL (`PyTuple_GET_ITEM`).
///
/// # Safety
/// The thread is attached; a tuple, which others than its maker know of, and an index within it.
#[inline]
pub(crate) unsafe fn tuple_item(tuple: BorrowedRef<'_>, index: usize) -> BorrowedRef<'_> {
    // SAFETY: the caller's.
    let item = unsafe { ffi::PyTuple_GET_ITEM(tuple.as_ptr(), index.cast_signed()) };
    // SAFETY: not NULL, by the caller.
    let item = unsafe { NonNull::new_unchecked(item) };
    // SAFETY: the tuple holds it, and cannot change.
    unsafe { BorrowedRef::from_non_null(item) }
}

/// Whether the object is `NotImplemented`.
#[inline]
pub(crate) fn is_not_implemented(object: BorrowedRef<'_>) -> bool {
    // SAFETY: `Py_NotImplemented` only yields the address of a static.
    object.as_ptr() == unsafe { ffi::Py_NotImplemented() }
}

/// Whether the object is `...`.
#[inline]
pub(crate) fn is_ellipsis(object: BorrowedRef<'_>) -> bool {
    // SAFETY: `Py_Ellipsis` only yields the address of a static.
    object.as_ptr() == unsafe { ffi::Py_Ellipsis() }
}

/// A new reference to `...`.
///
/// # Safety
/// The thread is attached.
#[inline]
pub(crate) unsafe fn ellipsis() -> NewRef {
    // SAFETY: `Py_Ellipsis` only yields the address of a static.
    let object = unsafe { ffi::Py_Ellipsis() };
    // SAFETY: it lives as long as the interpreter, which lives while a thread is attached.
    unsafe { BorrowedRef::from_ptr(object) }.expect("Ellipsis is not NULL").to_new()
}

/// `PyUnicode_AsUTF8AndSize`: the text, cached in the string and alive as long as it.
///
/// # Safety
/// The thread is attached and `text` is a `str`.
#[inline]
pub(crate) unsafe fn unicode_utf8(text: BorrowedRef<'_>) -> Result<&str, Failed> {
    let mut size = 0;
    // SAFETY: attached, and a str; the buffer belongs to the string, NULL with an exception for lone surrogates.
    let data = unsafe { ffi::PyUnicode_AsUTF8AndSize(text.as_ptr(), &mut size) };
    if data.is_null() {
        return Err(Failed::set());
    }
    let size = size.cast_unsigned();
    // SAFETY: `size` bytes that live as long as the string, which cannot change.
    let bytes = unsafe { core::slice::from_raw_parts(data.cast::<u8>(), size) };
    // SAFETY: CPython's UTF-8 encoder wrote them.
    Ok(unsafe { core::str::from_utf8_unchecked(bytes) })
}

/// The bytes of a `bytes`, alive as long as it.
///
/// # Safety
/// The thread is attached and `bytes` is a `bytes`.
#[inline]
pub(crate) unsafe fn bytes_data(bytes: BorrowedRef<'_>) -> &[u8] {
    // SAFETY: a live object of variable size.
    let size = unsafe { ffi::Py_SIZE(bytes.as_ptr()) };
    #[cfg(not(Py_LIMITED_API))]
    // SAFETY: live bytes: the address of what they end with (`PyBytes_AS_STRING`).
    let data = unsafe { &raw const (*bytes.as_ptr().cast::<ffi::PyBytesObject>()).ob_sval };
    #[cfg(Py_LIMITED_API)]
    // SAFETY: attached, and live bytes.
    let data = unsafe { ffi::PyBytes_AsString(bytes.as_ptr()) };
    // SAFETY: the object owns `size` bytes at `data`, never changes them, and is borrowed for the result's life.
    unsafe { core::slice::from_raw_parts(data.cast::<u8>(), size.unsigned_abs()) }
}

/// `PyLong_AsLongLongAndOverflow`: `Err(sign)` when the value does not fit; the inner error is Python's.
///
/// # Safety
/// The thread is attached and `int` is an `int`.
#[inline]
pub(crate) unsafe fn long_as_i64(int: BorrowedRef<'_>) -> Result<Result<i64, c_int>, Failed> {
    let mut overflow = 0;
    // SAFETY: attached, and an int.
    let value = unsafe { ffi::PyLong_AsLongLongAndOverflow(int.as_ptr(), &mut overflow) };
    match overflow {
        0 if value == -1 && super::error_is_set() => Err(Failed::set()),
        0 => Ok(Ok(value)),
        sign => Ok(Err(sign)),
    }
}

/// The value, if it has 64 bits at most. Of an `int` nothing is raised, so -1 is a value like any other.
///
/// # Safety
/// The thread is attached and `int` is an `int`.
#[inline(never)] // out of the way of `small_int`
pub(crate) unsafe fn long_small(int: BorrowedRef<'_>) -> Option<i64> {
    let mut overflow = 0;
    // SAFETY: attached, and an int.
    let value = unsafe { ffi::PyLong_AsLongLongAndOverflow(int.as_ptr(), &mut overflow) };
    (overflow == 0).then_some(value)
}

/// `PyLong_FromUnicodeObject`: `int(text, base)`.
///
/// # Safety
/// The thread is attached and `text` is a `str`; the base is 0 or from 2 to 36.
#[inline]
pub(crate) unsafe fn long_parse(text: BorrowedRef<'_>, base: c_int) -> Result<NewRef, Failed> {
    #[cfg(not(Py_LIMITED_API))]
    // SAFETY: the caller's.
    return unsafe { super::long_from_unicode_object(text, base) };
    #[cfg(Py_LIMITED_API)]
    {
        // SAFETY: attached.
        let base = unsafe { super::long_from_long(base.into()) }?;
        // SAFETY: attached; static.
        let class = unsafe { super::int_type() };
        // SAFETY: attached.
        unsafe { vectorcall(class, &[text, base.borrow()]) }
    }
}

/// `PyObject_Vectorcall` with positional arguments only.
///
/// # Safety
/// The thread is attached.
#[inline]
pub(crate) unsafe fn vectorcall(callable: BorrowedRef<'_>, args: &[BorrowedRef<'_>]) -> Result<NewRef, Failed> {
    // A `BorrowedRef` is one pointer wide (asserted), so the slice is an array of pointers.
    let array = args.as_ptr().cast::<*mut ffi::PyObject>();
    // SAFETY: attached; `args.len()` borrowed objects that live during the call; the result is new or NULL.
    let result = unsafe { ffi::PyObject_Vectorcall(callable.as_ptr(), array, args.len(), core::ptr::null_mut()) };
    // SAFETY: the contract above.
    unsafe { NewRef::from_ptr(result) }.ok_or_else(Failed::set)
}

/// `Py_TYPE`: borrowed from the object, which keeps its type alive.
#[inline]
pub(crate) fn type_of(object: BorrowedRef<'_>) -> BorrowedRef<'_> {
    // SAFETY: the object is alive, so its type pointer can be read.
    let class = unsafe { ffi::Py_TYPE(object.as_ptr()) };
    // SAFETY: every object has a type.
    let class = unsafe { NonNull::new_unchecked(class.cast()) };
    // SAFETY: the object holds its type for as long as it lives.
    unsafe { BorrowedRef::from_non_null(class) }
}

/// `Py_REFCNT`.
#[inline]
pub(crate) fn refcount(object: BorrowedRef<'_>) -> usize {
    #[cfg(not(Py_LIMITED_API))]
    // SAFETY: the object is alive.
    return unsafe { ffi::Py_REFCNT(object.as_ptr()) }.unsigned_abs();
    #[cfg(Py_LIMITED_API)]
    // SAFETY: the object is alive.
    unsafe {
        super::stable::count(object.as_ptr())
    }
}

/// A path as Python has it: the filesystem encoding with surrogate escapes (`os.fsdecode`).
#[inline]
pub(crate) fn path_to_str(path: &std::ffi::OsStr) -> Result<NewRef, Failed> {
    let bytes = path.as_encoded_bytes();
    #[cfg(unix)]
    // SAFETY: errors are only built on attached threads; the pointer and the length are of one slice.
    let text = unsafe { ffi::PyUnicode_DecodeFSDefaultAndSize(bytes.as_ptr().cast(), bytes.len().cast_signed()) };
    #[cfg(not(unix))]
    // SAFETY: as above; WTF-8 differs from UTF-8 by surrogates, which the handler lets pass.
    let text = unsafe {
        ffi::PyUnicode_DecodeUTF8(bytes.as_ptr().cast(), bytes.len().cast_signed(), c"surrogatepass".as_ptr())
    };
    // SAFETY: a new reference or NULL with an exception set.
    unsafe { NewRef::from_ptr(text) }.ok_or_else(Failed::set)
}

/// `PyObject_GC_UnTrack`, of an object whose count may be zero.
///
/// # Safety
/// The thread is attached, and the object has a header of the collector.
#[inline]
pub(crate) unsafe fn gc_untrack(object: *mut ffi::PyObject) {
    // SAFETY: the caller's.
    unsafe { ffi::PyObject_GC_UnTrack(object.cast()) }
}

/// `PyObject_GC_Track`, of an object whose count may be zero.
///
/// # Safety
/// The thread is attached, the object has a header of the collector and is not tracked.
#[inline]
pub(crate) unsafe fn gc_track(object: *mut ffi::PyObject) {
    // SAFETY: the caller's.
    unsafe { ffi::PyObject_GC_Track(object.cast()) }
}

/// `PyObject_ClearWeakRefs`, of an object whose count is zero.
///
/// # Safety
/// The thread is attached, the object's type declares its list of weak references, and the object is whole.
#[inline]
pub(crate) unsafe fn clear_weakrefs(object: *mut ffi::PyObject) {
    // SAFETY: the caller's.
    unsafe { ffi::PyObject_ClearWeakRefs(object) }
}

/// `PyObject_CallFinalizerFromDealloc`: whether somebody has kept the object.
///
/// # Safety
/// The thread is attached; the object's count is zero, it is whole, and tracked by the collector.
#[inline]
pub(crate) unsafe fn finalize_from_dealloc(object: *mut ffi::PyObject) -> bool {
    // SAFETY: the caller's.
    unsafe { ffi::PyObject_CallFinalizerFromDealloc(object) < 0 }
}
