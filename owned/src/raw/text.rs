//! Strings: what is inside of them, and what no rule of the contract table gives a wrapper for.

use core::ffi::CStr;

use super::ffi;

use super::refs::{BorrowedRef, Failed, NewRef};

/// The code points of a string as Python stores them: in units that are as wide as its highest one needs.
///
/// ```
/// # use owned::{prelude::*, raw::StrData};
/// # Python::initialize();
/// # Python::attach(|py| {
/// assert_eq!(Str::new(py, "ink")?.data()?, StrData::One(b"ink"));
/// assert_eq!(Str::new(py, "\u{416}")?.data()?, StrData::Two(&[0x416]));
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StrData<'a> {
    /// None is above U+00FF.
    One(&'a [u8]),
    /// None is above U+FFFF. Surrogates stand for themselves: this is not UTF-16.
    Two(&'a [u16]),
    /// Any. Surrogates stand for themselves here too.
    Four(&'a [u32]),
}

/// A string of code points, of which each must be below 0x11_0000. It is stored in units as wide as its highest one needs.
///
/// # Safety
/// The thread is attached.
#[inline]
pub(crate) unsafe fn unicode_from_points(points: StrData<'_>) -> Result<NewRef, Failed> {
    let (width, first, count) = match points {
        StrData::One(units) => (1, units.as_ptr().cast(), units.len()),
        StrData::Two(units) => (2, units.as_ptr().cast(), units.len()),
        StrData::Four(units) => (4, units.as_ptr().cast(), units.len()),
    };
    // SAFETY: attached; the pointer and the length are of one slice of units of that width.
    unsafe { super::unicode_from_kind_and_data(width, first, count.cast_signed()) }
}

/// `PyUnicode_Find` in the whole string: the first place, or the last one.
///
/// # Safety
/// The thread is attached, and both are a `str`.
#[inline]
pub(crate) unsafe fn unicode_find(
    text: BorrowedRef<'_>,
    part: BorrowedRef<'_>,
    last: bool,
) -> Result<Option<usize>, Failed> {
    let direction = if last { -1 } else { 1 };
    // SAFETY: attached; two strings; an end beyond the length means the length.
    match unsafe { ffi::PyUnicode_Find(text.as_ptr(), part.as_ptr(), 0, isize::MAX, direction) } {
        -2 => Err(Failed::set()),
        found => Ok(usize::try_from(found).ok()),
    }
}

/// `bytes` of this size, filled with zeros, and the place of their content.
///
/// # Safety
/// The thread is attached. The pointer is for `size` bytes, until any other code sees the object.
#[inline]
pub(crate) unsafe fn bytes_zeroed(size: usize) -> Result<(NewRef, *mut u8), Failed> {
    // A size beyond `isize` is negative here, which the function refuses.
    // SAFETY: attached; with NULL the content is not set, which follows.
    let bytes = unsafe { super::bytes_from_string_and_size(core::ptr::null(), size.cast_signed()) }?;
    // SAFETY: attached; bytes.
    let data = unsafe { ffi::PyBytes_AsString(bytes.borrow().as_ptr()) }.cast::<u8>();
    // SAFETY: the object has `size` bytes there, and nobody else has seen it (where it is shared, it is empty).
    unsafe { data.write_bytes(0, size) };
    Ok((bytes, data))
}

/// The UTF-8 of a string as a C string: Python keeps a NUL after it. `None` if there is a NUL inside.
///
/// # Safety
/// The thread is attached and `text` is a `str`.
#[inline]
pub(crate) unsafe fn unicode_c_str(text: BorrowedRef<'_>) -> Result<Option<&CStr>, Failed> {
    let mut size = 0;
    // SAFETY: attached, and a str; the buffer belongs to the string, NULL with an exception for lone surrogates.
    let data = unsafe { ffi::PyUnicode_AsUTF8AndSize(text.as_ptr(), &mut size) };
    if data.is_null() {
        return Err(Failed::set());
    }
    // SAFETY: `size` bytes and a NUL, which live as long as the string, which cannot change.
    let bytes = unsafe { core::slice::from_raw_parts(data.cast::<u8>(), size.unsigned_abs() + 1) };
    Ok(CStr::from_bytes_with_nul(bytes).ok())
}

/// The bytes as a C string: Python keeps a NUL after them. `None` if there is a NUL inside.
///
/// # Safety
/// The thread is attached and `bytes` is a `bytes`.
#[inline]
pub(crate) unsafe fn bytes_c_str(bytes: BorrowedRef<'_>) -> Option<&CStr> {
    // SAFETY: attached, and bytes.
    let size = unsafe { ffi::PyBytes_Size(bytes.as_ptr()) };
    // SAFETY: attached, and bytes.
    let data = unsafe { ffi::PyBytes_AsString(bytes.as_ptr()) };
    // SAFETY: `size` bytes and a NUL, which live as long as the object, which does not change.
    let bytes = unsafe { core::slice::from_raw_parts(data.cast::<u8>(), size.unsigned_abs() + 1) };
    CStr::from_bytes_with_nul(bytes).ok()
}
