//! The buffer protocol: memory of an object, lent until it is given back (PEP 3118).

use core::ffi::{CStr, c_void};
use core::{fmt, slice};

use super::ffi;

use super::object_lock::locked;
use super::refs::{BorrowedRef, Failed};
use super::results;

/// Whether the memory is asked for to be written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Access {
    /// Any shape and format, also of memory that may not be written to (`PyBUF_FULL_RO`).
    Read,
    /// Any shape and format of memory that may be written to (`PyBUF_FULL`).
    Write,
}

/// A filled `Py_buffer`, released when it is dropped.
///
/// Boxed, because exporters point into the struct itself (`shape` at `len`): it must not move. It holds one strong
/// reference to the exporter, in `obj`.
///
/// Invariant: filled by `PyObject_GetBuffer` and not released; the thread is attached as long as the value lives.
pub(crate) struct View {
    view: Box<ffi::Py_buffer>,
    /// Of an exporter that gives none though it is asked for them, as `ctypes`: those of C's order, for which NULL stands.
    strides: Vec<isize>,
}

impl View {
    /// # Safety
    /// The thread is attached, as long as the result lives.
    #[inline]
    pub(crate) unsafe fn of(object: BorrowedRef<'_>, access: Access) -> Result<Self, Failed> {
        let flags = match access {
            Access::Read => ffi::PyBUF_FULL_RO,
            Access::Write => ffi::PyBUF_FULL,
        };
        let mut view = Box::new(ffi::Py_buffer::new());
        // Exporters count their views, many in a plain word (`array`, a memoryview, a bytearray): without the GIL, two
        // threads at once could count one.
        // SAFETY: attached; on success the view is filled and owns a reference to the exporter; on failure it owns none.
        let fill = || unsafe { ffi::PyObject_GetBuffer(object.as_ptr(), &raw mut *view, flags) };
        // SAFETY: attached, by the caller.
        results::status(unsafe { locked(object, fill) })?;
        let mut view = View { view, strides: Vec::new() };
        if view.view.strides.is_null() {
            view.strides = in_c_order(view.shape(), view.view.itemsize);
        }
        Ok(view)
    }

    /// The first byte of the first item; may be NULL if there are no items.
    #[inline]
    pub(crate) fn start(&self) -> *mut c_void {
        self.view.buf
    }

    /// Bytes of all items together.
    #[inline]
    pub(crate) fn bytes(&self) -> usize {
        self.view.len.unsigned_abs()
    }

    /// Bytes of one item.
    #[inline]
    pub(crate) fn item_size(&self) -> usize {
        self.view.itemsize.unsigned_abs()
    }

    /// Whether it must not be written to.
    #[inline]
    pub(crate) fn is_readonly(&self) -> bool {
        self.view.readonly != 0
    }

    /// The items' format, in the language of the `struct` module.
    #[inline]
    pub(crate) fn format(&self) -> &CStr {
        if self.view.format.is_null() {
            return c"B"; // what NULL stands for
        }
        // SAFETY: the exporter keeps a C string there until the release.
        unsafe { CStr::from_ptr(self.view.format) }
    }

    /// How many dimensions there are.
    #[inline]
    pub(crate) fn dimensions(&self) -> usize {
        self.view.ndim.unsigned_abs() as usize
    }

    /// Items along each dimension.
    #[inline]
    pub(crate) fn shape(&self) -> &[isize] {
        self.numbers(self.view.shape).unwrap_or_default()
    }

    /// Bytes from one item to the next along each dimension.
    #[inline]
    pub(crate) fn strides(&self) -> &[isize] {
        self.numbers(self.view.strides).unwrap_or(&self.strides)
    }

    /// Where items lie behind pointers: what to add after following one, or a negative number for no pointer.
    #[inline]
    pub(crate) fn suboffsets(&self) -> Option<&[isize]> {
        self.numbers(self.view.suboffsets)
    }

    #[inline]
    fn numbers(&self, start: *const isize) -> Option<&[isize]> {
        if start.is_null() {
            return None;
        }
        // SAFETY: one number for each dimension, which the exporter keeps until the release.
        Some(unsafe { slice::from_raw_parts(start, self.dimensions()) })
    }

    /// `PyBuffer_IsContiguous`, in C's order.
    #[inline]
    pub(crate) fn is_contiguous(&self) -> bool {
        // SAFETY: a filled view; nothing is written.
        unsafe { ffi::PyBuffer_IsContiguous(&raw const *self.view, order()) != 0 }
    }

    /// `PyBuffer_ToContiguous`: copies every item, in C's order.
    ///
    /// # Safety
    /// `to` can take [`View::bytes`] bytes, and is no memory of the exporter.
    #[inline]
    pub(crate) unsafe fn copy_out(&self, to: *mut c_void) -> Result<(), Failed> {
        let view = (&raw const *self.view).cast_mut();
        // SAFETY: a filled view, of which nothing is written; the caller's place for its bytes.
        results::status(unsafe { ffi::PyBuffer_ToContiguous(to, view, self.view.len, order()) })
    }

    /// `PyBuffer_FromContiguous`: overwrites every item, in C's order.
    ///
    /// # Safety
    /// The view is writable; `from` holds [`View::bytes`] bytes of valid items, and is no memory of the exporter.
    #[inline]
    pub(crate) unsafe fn copy_in(&self, from: *const c_void) -> Result<(), Failed> {
        let view = (&raw const *self.view).cast_mut();
        // SAFETY: a filled, writable view; the caller's bytes.
        results::status(unsafe { ffi::PyBuffer_FromContiguous(view, from.cast_mut(), self.view.len, order()) })
    }
}

/// The strides of items one after another. (Those of a shape that makes no sense are not looked at: see `is_whole`.)
#[inline]
fn in_c_order(shape: &[isize], item: isize) -> Vec<isize> {
    let mut step = item;
    let mut strides = Vec::with_capacity(shape.len());
    for &count in shape.iter().rev() {
        strides.push(step);
        step = step.wrapping_mul(count);
    }
    strides.reverse();
    strides
}

#[inline]
fn order() -> core::ffi::c_char {
    b'C'.cast_signed()
}

impl fmt::Debug for View {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("View").field("format", &self.format()).field("shape", &self.shape()).finish_non_exhaustive()
    }
}

impl Drop for View {
    #[inline]
    fn drop(&mut self) {
        // SAFETY: filled, and not released before, so the view holds its exporter, where it has one; attached.
        let exporter = unsafe { BorrowedRef::from_ptr(self.view.obj) }.map(BorrowedRef::to_new);
        // SAFETY: as above. The reference in `obj` is given back with it.
        let mut release = || unsafe { ffi::PyBuffer_Release(&raw mut *self.view) };
        match &exporter {
            // SAFETY: attached.
            Some(exporter) => unsafe { locked(exporter.borrow(), release) },
            None => release(),
        }
    }
}
