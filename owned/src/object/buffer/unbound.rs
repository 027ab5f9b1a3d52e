//! Buffers that outlive the attached section: for fields.

use core::fmt;
use core::marker::PhantomData;

use crate::err::Result;
use crate::ptr::{Owned, Py, TypeInfo};
use crate::token::Python;

use super::{Buffer, BufferMut, Element, MemoryView};

/// The memory of a Python object, lent for as long as this lives: a [`Buffer`] for fields of classes, as [`Py`] is an
/// `Owned`. The exporter cannot move the memory meanwhile (a `bytearray` cannot be resized), and is kept alive; the
/// collector sees it.
///
/// What it holds is a `memoryview`, so the memory is given back on an attached thread, wherever this is dropped.
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
/// use owned::types::PyBuffer;
///
/// Python::attach(|py| {
///     let array = py.import("array")?.call_method("array", ("i", vec![1, 2, 3]))?;
///     let kept = PyBuffer::<i32>::of(&array)?;
///     kept.bind_mut(py)?.set(&[0], 7)?;
///     assert_eq!(kept.bind(py)?.iter().sum::<i32>(), 12);
///     assert!(array.call_method("append", (4,)).is_err()); // it is lent
///     drop(kept);
///     array.call_method("append", (4,))?;
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
pub struct PyBuffer<T> {
    view: Py<MemoryView>,
    // Items are only read and written when the buffer is bound.
    items: PhantomData<fn() -> T>,
}

impl<T: Element> PyBuffer<T> {
    /// The memory of `exporter`.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::PyBuffer;
    /// let kept = PyBuffer::<u8>::of(&Bytes::new(py, b"ink")?)?;
    /// assert_eq!(kept.bind(py)?.len(), 3);
    /// assert!(PyBuffer::<f64>::of(&Bytes::new(py, b"ink")?).unwrap_err().is::<owned::exceptions::BufferError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `TypeError` if the object has no buffer; `BufferError` if it does not lend it now, or its items are no `T`.
    #[track_caller]
    pub fn of<O: TypeInfo>(exporter: &Owned<'_, O>) -> Result<Self> {
        drop(Buffer::<T>::of(exporter)?); // checks the format
        Ok(PyBuffer { view: MemoryView::of(exporter)?.unbind(), items: PhantomData })
    }

    /// The items, for reading.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::PyBuffer;
    /// let kept = PyBuffer::<u8>::of(&Bytes::new(py, &[1, 2])?)?;
    /// assert_eq!(kept.bind(py)?.iter().sum::<u8>(), 3);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `ValueError` if Python code has released the memory: the view can be found through the collector.
    #[track_caller]
    pub fn bind<'py>(&self, py: Python<'py>) -> Result<Buffer<'py, T>> {
        Buffer::of(&self.view.bind(py))
    }

    /// The items, for reading and writing.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::{ByteArray, PyBuffer};
    /// let array = ByteArray::new(py, b"ink")?;
    /// PyBuffer::<u8>::of(&array)?.bind_mut(py)?.set(&[0], b'o')?;
    /// assert_eq!(array.str()?.to_str()?, "bytearray(b'onk')");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `BufferError` if the memory may not be written to, and as [`PyBuffer::bind`].
    #[track_caller]
    pub fn bind_mut<'py>(&self, py: Python<'py>) -> Result<BufferMut<'py, T>> {
        BufferMut::of(&self.view.bind(py))
    }
}

impl<T> PyBuffer<T> {
    /// The view that holds the memory: for the collector.
    pub(crate) fn view(&self) -> &Py<MemoryView> {
        &self.view
    }
}

impl<T> fmt::Debug for PyBuffer<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("PyBuffer").field(&self.view).finish()
    }
}

#[cfg(test)]
static_assertions::assert_impl_all!(PyBuffer<u8>: Send, Sync);
