//! Strings of code points in units of any width.

use core::ffi::{c_int, c_void};
use core::slice;

use super::ffi::{self, Py_ssize_t, PyObject};

/// `PyUnicode_FromKindAndData`, by the decoders; surrogates stand for themselves, as there.
pub(in crate::raw) unsafe fn PyUnicode_FromKindAndData(
    kind: c_int,
    units: *const c_void,
    count: Py_ssize_t,
) -> *mut PyObject {
    if kind == 1 {
        // SAFETY: attached; so many bytes, by the caller.
        return unsafe { ffi::PyUnicode_DecodeLatin1(units.cast(), count, core::ptr::null()) };
    }
    if count == 0 {
        // SAFETY: attached; no byte is read.
        return unsafe { ffi::PyUnicode_FromStringAndSize(core::ptr::null(), 0) };
    }
    let wide: Vec<u32>;
    let points: &[u32] = if kind == 2 {
        // SAFETY: so many units of two bytes, by the caller.
        wide = unsafe { slice::from_raw_parts(units.cast::<u16>(), count.unsigned_abs()) }
            .iter()
            .map(|&unit| unit.into())
            .collect();
        &wide
    } else {
        // SAFETY: so many units of four bytes, by the caller.
        unsafe { slice::from_raw_parts(units.cast::<u32>(), count.unsigned_abs()) }
    };
    // The machine's own order, said outright: so a mark at the beginning is a character like any other.
    let mut order: c_int = if cfg!(target_endian = "little") { -1 } else { 1 };
    let (start, size) = (points.as_ptr().cast(), size_of_val(points).cast_signed());
    // SAFETY: attached; so many bytes; a C string.
    unsafe { ffi::PyUnicode_DecodeUTF32(start, size, c"surrogatepass".as_ptr(), &raw mut order) }
}
