//! Arrays as arguments, for writing.

use core::fmt;
use core::ops::Deref;

use crate::convert::FromPy;
use crate::err::Result;
use crate::object::Element;
use crate::ptr::{Any, Borrowed, Owned, TypeHint, TypeInfo};
use crate::raw::Access;

use super::Array;
use super::argument::{HINT, check_length};
use super::cells::{self, ItemCell};

/// The memory of a Python object as items of type `T` along `N` dimensions, for reading and writing. Reads as an [`Array`].
///
/// Python code sees each item as it is written.
///
/// ```
/// # owned::Python::initialize();
/// use owned::array::ArrayMut;
/// use owned::prelude::*;
///
/// Python::attach(|py| {
///     let array = py.import("array")?.call_method("array", ("d", vec![1.0, 2.0, 3.0]))?;
///     let items = ArrayMut::<f64, 1>::of(&array)?;
///     items.set([1], 7.0)?;
///     for item in items.as_cells().expect("they lie one after another") {
///         item.set(item.get() * 2.0);
///     }
///     assert_eq!(array.call_method("tolist", ())?.extract::<Vec<f64>>()?, [2.0, 14.0, 6.0]);
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
pub struct ArrayMut<'py, T, const N: usize>(Array<'py, T, N>);

impl<'py, T: Element, const N: usize> ArrayMut<'py, T, N> {
    /// The memory of `object` (`PyObject_GetBuffer` with `PyBUF_WRITABLE`; `__dlpack__` if it has no buffer).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::array::ArrayMut;
    /// use owned::types::ByteArray;
    /// assert_eq!(ArrayMut::<u8, 1>::of(&ByteArray::new(py, b"ink")?)?.len(), 3);
    /// let fixed = ArrayMut::<u8, 1>::of(&Bytes::new(py, b"ink")?);
    /// assert!(fixed.unwrap_err().is::<owned::exceptions::BufferError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// As [`Array::of`]; `BufferError` if the memory may not be written to, or DLPack does not say whether it may (the form
    /// before version 1 does not).
    #[track_caller]
    pub fn of<O: TypeInfo>(object: &Owned<'py, O>) -> Result<Self> {
        Ok(ArrayMut(Array::with_access(object, Access::Write)?))
    }

    /// Overwrites the item at these indices.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::array::ArrayMut;
    /// use owned::types::ByteArray;
    /// let array = ByteArray::new(py, b"ink")?;
    /// ArrayMut::<u8, 1>::of(&array)?.set([2], b'n')?;
    /// assert_eq!(array.str()?.to_str()?, "bytearray(b'inn')");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `IndexError` if there is no such item.
    #[track_caller]
    #[inline]
    pub fn set(&self, indices: [usize; N], item: T) -> Result<()> {
        cells::set(&self.0.items, indices, item)
    }

    /// Overwrites every item with this one.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::array::ArrayMut;
    /// use owned::types::ByteArray;
    /// let array = ByteArray::new(py, b"ink")?;
    /// ArrayMut::<u8, 1>::of(&array)?.fill(b'!');
    /// assert_eq!(array.str()?.to_str()?, "bytearray(b'!!!')");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    pub fn fill(&self, item: T) {
        cells::put_all(&self.0.items, core::iter::repeat(item));
    }

    /// Overwrites every item, in C's order.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::array::ArrayMut;
    /// use owned::types::ByteArray;
    /// let array = ByteArray::new(py, b"ink")?;
    /// let items = ArrayMut::<u8, 1>::of(&array)?;
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
        check_length(self.len(), from.len())?;
        cells::put_all(&self.0.items, from.iter().copied());
        Ok(())
    }

    /// The items in place, if they lie one after another, aligned.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::array::ArrayMut;
    /// use owned::types::ByteArray;
    /// let array = ByteArray::new(py, b"ink")?;
    /// let items = ArrayMut::<u8, 1>::of(&array)?;
    /// for cell in items.as_cells().expect("they lie one after another") {
    ///     cell.set(cell.get().to_ascii_uppercase());
    /// }
    /// assert_eq!(array.str()?.to_str()?, "bytearray(b'INK')");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    pub fn as_cells(&self) -> Option<&[ItemCell<T>]> {
        cells::slice(&self.0.items)
    }
}

impl<'py, T, const N: usize> Deref for ArrayMut<'py, T, N> {
    type Target = Array<'py, T, N>;

    fn deref(&self) -> &Array<'py, T, N> {
        &self.0
    }
}

impl<'py, T: Element, const N: usize> FromPy<'_, 'py> for ArrayMut<'py, T, N> {
    const ACCEPTS: TypeHint = HINT;

    /// The memory of the object, for reading and writing, as [`ArrayMut::of`].
    #[track_caller]
    fn from_py(object: Borrowed<'_, 'py, Any>) -> Result<Self> {
        ArrayMut::of(&object)
    }
}

impl<T: Element, const N: usize> fmt::Debug for ArrayMut<'_, T, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ArrayMut({:?})", self.0.items)
    }
}
