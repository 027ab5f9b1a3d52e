//! Buffers that can be written to.
#![expect(unsafe_code, reason = "writes memory whose layout the exporter describes")]

use core::ops::Deref;

use crate::err::Result;
use crate::ptr::{Owned, TypeInfo};
use crate::raw::{self, Access};

use super::{Buffer, Element};

/// The memory of a Python object as items of type `T`, for reading and writing. Reads as a [`Buffer`].
///
/// Python code sees each item as it is written, as it would if other Python code wrote it.
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
/// use owned::types::BufferMut;
///
/// Python::attach(|py| {
///     let array = py.import("array")?.call_method("array", ("i", vec![1, 2, 3]))?;
///     let items = BufferMut::<i32>::of(&array)?;
///     items.set(&[1], 7)?;
///     assert_eq!(array.call_method("__getitem__", (1,))?.extract::<i32>()?, 7);
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
#[derive(Debug)]
pub struct BufferMut<'py, T>(Buffer<'py, T>);

impl<'py, T: Element> BufferMut<'py, T> {
    /// The memory of `exporter` (`PyObject_GetBuffer` with `PyBUF_WRITABLE`), which is kept alive.
    ///
    /// # Errors
    /// `TypeError` if the object has no buffer; `BufferError` if it may not be written to, or its items are no `T`.
    #[track_caller]
    pub fn of<O: TypeInfo>(exporter: &Owned<'py, O>) -> Result<Self> {
        Ok(BufferMut(Buffer::with_access(exporter, Access::Write)?))
    }

    /// Overwrites the item at these indices, one for each dimension.
    ///
    /// # Errors
    /// `IndexError` if there is no such item.
    #[track_caller]
    pub fn set(&self, indices: &[usize], item: T) -> Result<()> {
        let place = self.pointer(indices)?;
        // SAFETY: an item of the exporter's memory, by the check, which was asked for to be written to. No reference
        // into it exists: nothing hands one out of memory that can be written to. Others may read it meanwhile, on
        // other threads too, hence the shared write.
        unsafe { raw::write_shared(place, item) };
        Ok(())
    }

    /// Overwrites every item, in C's order (`PyBuffer_FromContiguous`).
    ///
    /// # Errors
    /// `ValueError` if `from` has not as many items.
    #[track_caller]
    pub fn copy_from(&self, from: &[T]) -> Result<()> {
        self.check_length(from.len())?;
        // SAFETY: writable; as many items, by the check. A slice is never memory of a buffer that can be written to.
        Ok(unsafe { self.view.copy_in(from.as_ptr().cast()) }?)
    }
}

impl<'py, T> Deref for BufferMut<'py, T> {
    type Target = Buffer<'py, T>;

    fn deref(&self) -> &Buffer<'py, T> {
        &self.0
    }
}
