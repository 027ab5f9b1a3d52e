//! The other side of the buffer protocol: memory that is lent, and what a view of it says.

use core::any::Any;
use core::ffi::{CStr, c_int, c_void};
use std::borrow::Cow;

use super::ffi;
pub(crate) use pyo3_ffi::Py_buffer;

use super::refs::BorrowedRef;

/// Memory that stays where it is as long as the value lives, and what lies in it.
///
/// A view owns one of these, in `internal`: no view dangles, whatever becomes of the object that lent it.
///
/// Invariant: `keep` keeps the memory; every item that `shape` and `strides` reach from `start` lies in it, and it is
/// never written to by safe Rust other than atomically. If it is `readonly`, no view writes to it.
pub(crate) struct Lent {
    pub(crate) start: *mut c_void,
    pub(crate) item: usize,
    pub(crate) readonly: bool,
    pub(crate) format: Cow<'static, CStr>,
    pub(crate) shape: Vec<isize>,
    pub(crate) strides: Vec<isize>,
    #[expect(dead_code, reason = "held, not read")]
    pub(crate) keep: Box<dyn Any + Send + Sync>,
}

impl Lent {
    /// How many bytes all items have.
    #[inline]
    pub(crate) fn bytes(&self) -> usize {
        self.shape.iter().fold(self.item, |all, &count| all * count.unsigned_abs())
    }

    /// Whether the items lie one after another, the last index changing fastest, or else the first.
    #[inline]
    fn is_contiguous(&self, last_fastest: bool) -> bool {
        let mut step = self.item.cast_signed();
        let mut fits = |at: usize| {
            let (count, stride) = (self.shape[at], self.strides[at]);
            let fits = count < 2 || stride == step;
            step *= count;
            fits
        };
        let all = 0..self.shape.len();
        self.bytes() == 0 || if last_fastest { all.rev().all(&mut fits) } else { { all }.all(&mut fits) }
    }

    /// Fills a view as it is asked for, or says why it cannot be had.
    ///
    /// # Safety
    /// The thread is attached; `view` can be written to.
    #[inline]
    pub(crate) unsafe fn lend(
        self: Box<Self>,
        exporter: BorrowedRef<'_>,
        view: *mut Py_buffer,
        flags: c_int,
    ) -> Result<(), &'static str> {
        let asks = |wanted: c_int| flags & wanted == wanted;
        let (c_order, fortran) = (self.is_contiguous(true), self.is_contiguous(false));
        if asks(ffi::PyBUF_WRITABLE) && self.readonly {
            return Err("the memory is not writable");
        }
        if asks(ffi::PyBUF_C_CONTIGUOUS) && !c_order || asks(ffi::PyBUF_F_CONTIGUOUS) && !fortran {
            return Err("the memory is not contiguous in the order that is asked for");
        }
        if (asks(ffi::PyBUF_ANY_CONTIGUOUS) || !asks(ffi::PyBUF_STRIDES)) && !c_order && !fortran
            || !asks(ffi::PyBUF_STRIDES) && !c_order
        {
            return Err("the memory is not contiguous");
        }
        if !asks(ffi::PyBUF_ND) && asks(ffi::PyBUF_FORMAT) && *self.format != *c"B" {
            return Err("items of a format cannot be lent without their shape");
        }
        let mut filled = Py_buffer::new();
        filled.buf = self.start;
        filled.len = self.bytes().cast_signed();
        filled.itemsize = self.item.cast_signed();
        filled.readonly = c_int::from(self.readonly);
        filled.ndim = if asks(ffi::PyBUF_ND) { c_int::try_from(self.shape.len()).unwrap_or(c_int::MAX) } else { 1 };
        if asks(ffi::PyBUF_FORMAT) {
            filled.format = self.format.as_ptr().cast_mut();
        }
        if asks(ffi::PyBUF_ND) {
            filled.shape = self.shape.as_ptr().cast_mut();
        }
        if asks(ffi::PyBUF_STRIDES) {
            filled.strides = self.strides.as_ptr().cast_mut();
        }
        filled.obj = exporter.to_new().into_non_null().as_ptr();
        // The format and the lists of numbers are behind pointers of their own and stay where they are.
        filled.internal = Box::into_raw(self).cast();
        // SAFETY: the caller's; what is there is not dropped, since it is not filled yet.
        unsafe { view.write(filled) };
        Ok(())
    }

    /// Takes the memory back from a view, if it is one of ours.
    ///
    /// # Safety
    /// `view` was filled by [`Lent::lend`], and is not used any more.
    #[inline]
    pub(crate) unsafe fn take_back(view: *mut Py_buffer) -> Option<Box<Lent>> {
        // SAFETY: a view, by the caller.
        let internal = unsafe { (*view).internal };
        // SAFETY: a view, by the caller.
        unsafe { (*view).internal = core::ptr::null_mut() };
        if internal.is_null() {
            return None;
        }
        // SAFETY: made by `Box::into_raw` in `lend`, and just taken out of the view.
        Some(unsafe { Box::from_raw(internal.cast()) })
    }
}

/// What a view says where it was not filled.
///
/// # Safety
/// `view` is NULL or can be written to.
#[inline]
pub(crate) unsafe fn refuse_view(view: *mut Py_buffer) {
    if !view.is_null() {
        // SAFETY: the caller's.
        unsafe { (*view).obj = core::ptr::null_mut() };
    }
}
