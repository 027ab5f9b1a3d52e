//! Buffers that can be written to.
#![expect(unsafe_code, reason = "writes memory whose layout the exporter describes")]

use core::ops::Deref;

use crate::err::Result;
use crate::ptr::{Owned, TypeInfo};
use crate::raw::{self, Access};

use super::{Buffer, Element, place};

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
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::{BufferMut, ByteArray};
    /// let array = ByteArray::new(py, b"ink")?;
    /// assert_eq!(BufferMut::<u8>::of(&array)?.len(), 3);
    /// assert!(BufferMut::<u8>::of(&Bytes::new(py, b"ink")?).unwrap_err().is::<owned::exceptions::BufferError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `TypeError` if the object has no buffer; `BufferError` if it may not be written to, or its items are no `T`.
    #[track_caller]
    pub fn of<O: TypeInfo>(exporter: &Owned<'py, O>) -> Result<Self> {
        Ok(BufferMut(Buffer::with_access(exporter, Access::Write)?))
    }

    /// The same, for reading alone.
    pub(crate) fn into_read(self) -> Buffer<'py, T> {
        self.0
    }

    /// Overwrites the item at these indices, one for each dimension.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::{BufferMut, ByteArray};
    /// let array = ByteArray::new(py, b"ink")?;
    /// BufferMut::<u8>::of(&array)?.set(&[2], b'n')?;
    /// assert_eq!(array.str()?.to_str()?, "bytearray(b'inn')");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `IndexError` if there is no such item.
    #[track_caller]
    pub fn set(&self, indices: &[usize], item: T) -> Result<()> {
        let place = self.pointer(indices)?;
        // SAFETY: an item of the exporter's memory, by the check, which was asked for to be written to. No reference
        // into it exists: nothing hands one out of memory that can be written to. Others may read it meanwhile, on
        // other threads too, hence the shared write.
        unsafe { write_item(place, item) };
        Ok(())
    }

    /// Overwrites every item, in C's order (`PyBuffer_FromContiguous`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::{BufferMut, ByteArray};
    /// let array = ByteArray::new(py, b"ink")?;
    /// let items = BufferMut::<u8>::of(&array)?;
    /// items.copy_from(b"pot")?;
    /// assert_eq!(array.str()?.to_str()?, "bytearray(b'pot')");
    /// assert!(items.copy_from(b"pots").unwrap_err().is::<ValueError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `ValueError` if `from` has not as many items.
    #[track_caller]
    pub fn copy_from(&self, from: &[T]) -> Result<()> {
        self.check_length(from.len())?;
        if const { T::FORMAT.has_padding() } {
            // C would copy the bytes between the fields too, in which is whatever Rust has left there.
            let mut indices = vec![0; self.view.shape().len()];
            for &item in from {
                self.set(&indices, item)?;
                place::advance(self.view.shape(), &mut indices);
            }
            return Ok(());
        }
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

/// Puts an item there, and nothing into the bytes between its fields: in the value they need not be initialised.
///
/// # Safety
/// `place` is valid for writes of a `T`, but need not be aligned; no reference of Rust into it exists, except to atomics.
#[inline]
pub(crate) unsafe fn write_item<T: Element>(place: *mut T, item: T) {
    if const { !T::FORMAT.has_padding() } {
        // SAFETY: the caller's; there is no padding, by the check.
        return unsafe { raw::write_shared(place, item) };
    }
    T::FORMAT.each_part(0, &mut |start, size| {
        let (from, to) = ((&raw const item).cast::<u8>(), place.cast::<u8>());
        // SAFETY: a field's bytes in the value, all initialised; `start` and `size` are inside, by the format.
        let field = unsafe { core::slice::from_raw_parts(from.wrapping_add(start), size) };
        // SAFETY: the caller's memory, inside of the item as above.
        unsafe { raw::write_shared_bytes(to.wrapping_add(start), field) };
    });
}
