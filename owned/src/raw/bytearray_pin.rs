//! A view of a `bytearray` that keeps its memory in place. It is asked of the type itself: since 3.12 a subclass can
//! answer for its instances with a `__buffer__` of its own, which would run Python code and keep nothing in place.

use core::mem::MaybeUninit;

use super::ffi;

use super::object_lock::locked;
use super::refs::{BorrowedRef, Failed, NewRef};
use super::results;
use super::type_parts::bytearray_buffer;

/// While it lives, whatever would move the bytes raises `BufferError`.
pub(crate) struct PinnedBytes(ffi::Py_buffer);

impl PinnedBytes {
    /// # Safety
    /// The thread is attached as long as the result lives, and the object is a `bytearray`. The result is not moved to
    /// another place in memory by anything that C has kept: a view of plain bytes keeps pointers to itself, which
    /// nobody follows here.
    #[inline]
    pub(crate) unsafe fn of(bytes: BorrowedRef<'_>) -> Result<Self, Failed> {
        let mut view = MaybeUninit::<ffi::Py_buffer>::zeroed();
        // The type counts its views in a plain word: without the GIL, two threads at once could count one.
        let (fill, _) = bytearray_buffer();
        // SAFETY: attached, and a bytearray; the view is filled, with a reference of its own, unless the call fails.
        let fill = || unsafe { fill(bytes.as_ptr(), view.as_mut_ptr(), ffi::PyBUF_SIMPLE) };
        // SAFETY: attached, by the caller.
        results::status(unsafe { locked(bytes, fill) })?;
        // SAFETY: filled by the line above, and zeros would be a value too.
        Ok(PinnedBytes(unsafe { view.assume_init() }))
    }

    /// Where the bytes are.
    #[inline]
    pub(crate) fn start(&self) -> *mut u8 {
        self.0.buf.cast()
    }

    /// How many there are.
    #[inline]
    pub(crate) fn size(&self) -> usize {
        self.0.len.unsigned_abs()
    }
}

impl Drop for PinnedBytes {
    #[inline]
    fn drop(&mut self) {
        let (_, release) = bytearray_buffer();
        // SAFETY: the view's own reference, which nobody else releases; attached, by `of`.
        let Some(bytes) = (unsafe { NewRef::from_ptr(self.0.obj) }) else { return };
        // SAFETY: the bytearray and the view that the same type has filled.
        let release = || unsafe { release(bytes.borrow().as_ptr(), &raw mut self.0) };
        // SAFETY: attached, by `of`.
        unsafe { locked(bytes.borrow(), release) }
    }
}
