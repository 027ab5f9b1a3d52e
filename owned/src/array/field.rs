//! Arrays that outlive the attached section: for fields.
#![expect(unsafe_code, reason = "implements Traverse for the handle that an array holds")]

use core::fmt;

use crate::convert::FromPy;
use crate::err::Result;
use crate::gc::{Traverse, Visited, Visitor};
use crate::object::{Element, PyBuffer};
use crate::ptr::{Any, Borrowed, Owned, TypeHint, TypeInfo};
use crate::token::Python;

use super::argument::HINT;
use super::{Array, ArrayMut};

/// The memory of a Python object, lent for as long as this lives: an [`Array`] for fields of classes, as a
/// [`Py`](crate::Py) is an `Owned`. The collector sees what it holds, a `memoryview`.
///
/// ```
/// use owned::array::PyArray;
/// use owned::prelude::*;
///
/// #[class]
/// pub struct Table {
///     rows: PyArray<f64, 2>,
/// }
///
/// #[methods]
/// impl Table {
///     #[new]
///     fn new(rows: PyArray<f64, 2>) -> Self {
///         Table { rows }
///     }
///
///     fn sum(&self, py: Python<'_>) -> Result<f64> {
///         Ok(self.rows.bind(py)?.iter().sum())
///     }
/// }
/// # fn main() {}
/// ```
///
/// It is for what has a buffer. Of an object that speaks DLPack alone the collector could not see what the memory holds: keep
/// the object, as a `Py`, and take its memory in each call.
pub struct PyArray<T, const N: usize>(PyBuffer<T>);

impl<T: Element, const N: usize> PyArray<T, N> {
    /// The memory of `object`.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::array::PyArray;
    /// let kept = PyArray::<u8, 1>::of(&Bytes::new(py, b"ink")?)?;
    /// assert_eq!(kept.bind(py)?.shape(), [3]);
    /// assert!(PyArray::<u8, 2>::of(&Bytes::new(py, b"ink")?).unwrap_err().is::<ValueError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// As [`Array::of`], where `TypeError` is for an object without a buffer.
    #[track_caller]
    pub fn of<O: TypeInfo>(object: &Owned<'_, O>) -> Result<Self> {
        let buffer = PyBuffer::of(object)?;
        drop(Array::<T, N>::of(&buffer.view().bind(object.py()))?); // checks the dimensions
        Ok(PyArray(buffer))
    }

    /// The items, for reading.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::array::PyArray;
    /// let kept = PyArray::<u8, 1>::of(&Bytes::new(py, &[1, 2])?)?;
    /// assert_eq!(kept.bind(py)?.iter().sum::<u8>(), 3);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `ValueError` if Python code has released the memory: the view can be found through the collector.
    #[track_caller]
    pub fn bind<'py>(&self, py: Python<'py>) -> Result<Array<'py, T, N>> {
        Array::of(&self.0.view().bind(py))
    }

    /// The items, for reading and writing.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::array::PyArray;
    /// use owned::types::ByteArray;
    /// let array = ByteArray::new(py, b"ink")?;
    /// PyArray::<u8, 1>::of(&array)?.bind_mut(py)?.set([0], b'o')?;
    /// assert_eq!(array.str()?.to_str()?, "bytearray(b'onk')");
    /// let fixed = PyArray::<u8, 1>::of(&Bytes::new(py, b"ink")?)?;
    /// assert!(fixed.bind_mut(py).unwrap_err().is::<owned::exceptions::BufferError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `BufferError` if the memory may not be written to, and as [`PyArray::bind`].
    #[track_caller]
    pub fn bind_mut<'py>(&self, py: Python<'py>) -> Result<ArrayMut<'py, T, N>> {
        ArrayMut::of(&self.0.view().bind(py))
    }
}

impl<T: Element, const N: usize> FromPy<'_, '_> for PyArray<T, N> {
    const ACCEPTS: TypeHint = HINT;

    /// The memory of the object, as [`PyArray::of`].
    #[track_caller]
    fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
        PyArray::of(&object)
    }
}

// SAFETY: the buffer owns the one reference.
unsafe impl<T, const N: usize> Traverse for PyArray<T, N> {
    fn traverse(&self, visitor: &mut Visitor<'_>) -> Visited {
        self.0.traverse(visitor)
    }
}

impl<T, const N: usize> fmt::Debug for PyArray<T, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("PyArray").field(&self.0).finish()
    }
}

#[cfg(test)]
static_assertions::assert_impl_all!(PyArray<u8, 1>: Send, Sync);
