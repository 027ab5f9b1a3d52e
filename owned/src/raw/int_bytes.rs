//! Ints of any size, from and to bytes in two's complement: each version has other functions for it.

use super::ffi;

use super::refs::{BorrowedRef, Failed, NewRef};
#[cfg(not(Py_3_13))]
use super::results;

/// The value as the sign and its size in bits say it, the lowest byte first, if `buffer` holds it; what lies beyond its
/// bytes is filled with the sign. False if the buffer is too small, or if the value is negative and `signed` is not set.
///
/// # Safety
/// The thread is attached and `int` is an `int`.
#[cfg(Py_3_13)]
#[inline]
pub(crate) unsafe fn long_to_bytes(int: BorrowedRef<'_>, buffer: &mut [u8], signed: bool) -> bool {
    let unsigned = ffi::Py_ASNATIVEBYTES_UNSIGNED_BUFFER | ffi::Py_ASNATIVEBYTES_REJECT_NEGATIVE;
    let flags = ffi::Py_ASNATIVEBYTES_LITTLE_ENDIAN | if signed { 0 } else { unsigned };
    // SAFETY: an int, by the caller; the pointer and the length are of one slice.
    match unsafe { super::long_as_native_bytes(int, buffer.as_mut_ptr().cast(), buffer.len().cast_signed(), flags) } {
        Ok(needed) => needed <= buffer.len(),
        Err(_) => does_not_fit(),
    }
}

/// As on later versions.
///
/// # Safety
/// The thread is attached and `int` is an `int`.
#[cfg(not(Py_3_13))]
#[inline]
pub(crate) unsafe fn long_to_bytes(int: BorrowedRef<'_>, buffer: &mut [u8], signed: bool) -> bool {
    let (start, size) = (buffer.as_mut_ptr(), buffer.len());
    // SAFETY: an int, by the caller; the pointer and the length are of one slice.
    let outcome = unsafe { ffi::_PyLong_AsByteArray(int.as_ptr().cast(), start, size, 1, signed.into()) };
    match results::status(outcome) {
        Ok(()) => true,
        Err(_) => does_not_fit(),
    }
}

/// The exception that says it goes: of an int nothing else can go wrong.
#[inline]
fn does_not_fit() -> bool {
    // SAFETY: the failed call has just set an exception on this thread, which is attached.
    drop(unsafe { super::take_exception() });
    false
}

/// An int of these bytes in two's complement, or without a sign; the lowest byte comes first.
///
/// # Safety
/// The thread is attached.
#[inline]
pub(crate) unsafe fn long_from_bytes(bytes: &[u8], signed: bool) -> Result<NewRef, Failed> {
    let (start, size) = (bytes.as_ptr(), bytes.len());
    #[cfg(Py_3_13)]
    return {
        let flags = ffi::Py_ASNATIVEBYTES_LITTLE_ENDIAN;
        if signed {
            // SAFETY: attached; the pointer and the length are of one slice.
            unsafe { super::long_from_native_bytes(start.cast(), size, flags) }
        } else {
            // SAFETY: as above.
            unsafe { super::long_from_unsigned_native_bytes(start.cast(), size, flags) }
        }
    };
    #[cfg(not(Py_3_13))]
    {
        // SAFETY: attached; the pointer and the length are of one slice.
        let int = unsafe { ffi::_PyLong_FromByteArray(start, size, 1, signed.into()) };
        // SAFETY: a new reference, or NULL with an exception set.
        unsafe { results::new(int) }
    }
}

/// As many bytes as the value needs in two's complement; it may be a few more.
///
/// # Safety
/// The thread is attached and `int` is an `int`.
#[inline]
pub(crate) unsafe fn long_bytes_needed(int: BorrowedRef<'_>) -> Result<usize, Failed> {
    #[cfg(Py_3_13)]
    return {
        let flags = ffi::Py_ASNATIVEBYTES_LITTLE_ENDIAN;
        // SAFETY: an int, by the caller; no byte is written.
        unsafe { super::long_as_native_bytes(int, core::ptr::null_mut(), 0, flags) }
    };
    #[cfg(not(Py_3_13))]
    {
        // SAFETY: an int, by the caller.
        let bits = results::unless_error(unsafe { _PyLong_NumBits(int.as_ptr()) }, usize::MAX)?;
        Ok(bits / 8 + 1) // one bit more for the sign
    }
}

#[cfg(not(Py_3_13))]
crate::raw::libpython! {
    fn _PyLong_NumBits(int: *mut ffi::PyObject) -> usize;
}
