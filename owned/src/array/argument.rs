//! Arrays as arguments, for reading.
#![expect(unsafe_code, reason = "believes what an exporter says of its memory")]

use core::fmt;

use crate::convert::FromPy;
use crate::err::{BufferError, Result, TypeError, ValueError};
use crate::object::{Buffer, BufferMut, Element, Type};
use crate::ptr::{Any, Borrowed, Owned, TypeHint, TypeInfo};
use crate::raw::{self, Access};
use crate::token::Python;

use super::strided::{Items, Strided, look};
use super::taken::{self, Taken};

/// The memory of a Python object as items of type `T` along `N` dimensions, for reading: a NumPy array, an `array`, a
/// `memoryview`, a tensor of PyTorch. Nothing is copied, and strides may be any.
///
/// It is asked for by the buffer protocol, and of an object without one by DLPack. It keeps the memory where it is (a
/// `bytearray` cannot be resized meanwhile) until it is dropped.
///
/// ```
/// # owned::Python::initialize();
/// use owned::array::Array;
/// use owned::prelude::*;
///
/// Python::attach(|py| {
///     let globals = Dict::empty(py)?;
///     py.run("grid = memoryview(bytes(range(6))).cast('B', [2, 3])", Some(&globals))?;
///     let grid = globals.require("grid")?;
///     let items = Array::<u8, 2>::of(&grid)?;
///     assert_eq!((items.shape(), items.get([1, 0])?), ([2, 3], 3));
///     assert!(items.get([2, 0]).unwrap_err().to_string().starts_with("IndexError"));
///     assert!(Array::<u8, 1>::of(&grid).unwrap_err().to_string().ends_with("expected 1 dimension, got 2, of shape [2, 3]"));
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
pub struct Array<'py, T, const N: usize> {
    pub(super) items: Strided<T, N>,
    source: Source<'py, T>,
    py: Python<'py>,
}

/// What keeps the memory.
enum Source<'py, T> {
    Buffer(Buffer<'py, T>),
    /// Held, not read.
    #[expect(dead_code, reason = "held, not read")]
    Dlpack(raw::Tensor),
}

impl<'py, T: Element, const N: usize> Array<'py, T, N> {
    /// The memory of `object` (`PyObject_GetBuffer`; `__dlpack__` if it has no buffer).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::array::Array;
    /// let lent = Array::<u8, 1>::of(&Bytes::new(py, b"ink")?)?;
    /// assert_eq!(lent.to_vec(), b"ink");
    /// assert!(Array::<u8, 1>::of(&Str::new(py, "ink")?).unwrap_err().is::<TypeError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `TypeError` if the object has neither; `BufferError` if it does not lend its memory now, or its items are no `T`;
    /// `ValueError` if it has another number of dimensions.
    #[track_caller]
    pub fn of<O: TypeInfo>(object: &Owned<'py, O>) -> Result<Self> {
        Self::with_access(object, Access::Read)
    }

    /// The memory of `object`, by DLPack (`__dlpack__`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::array::{Array, SharedArray};
    /// let given = SharedArray::new(vec![1.5, 2.5], [2])?.into_py(py)?; // it has both
    /// assert_eq!(Array::<f64, 1>::from_dlpack(&given)?.to_vec(), [1.5, 2.5]);
    /// assert!(Array::<u8, 1>::from_dlpack(&Bytes::new(py, b"ink")?).is_err());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// As [`of`](Self::of), where `TypeError` is for an object without `__dlpack__`; what that method raises.
    #[track_caller]
    pub fn from_dlpack<O: TypeInfo>(object: &Owned<'py, O>) -> Result<Self> {
        match Self::by_dlpack(object, Access::Read)? {
            Some(array) => Ok(array),
            None => {
                Err(TypeError::new(format!("expected an object with `__dlpack__`, got {}", Type::of(object).name())))
            }
        }
    }

    #[track_caller]
    pub(super) fn with_access<O: TypeInfo>(object: &Owned<'py, O>, access: Access) -> Result<Self> {
        // SAFETY: a handle: attached and alive.
        if unsafe { raw::object_check_buffer(object.raw()) } != 0 {
            return Self::by_buffer(object, access);
        }
        match Self::by_dlpack(object, access)? {
            Some(array) => Ok(array),
            None => {
                let found = Type::of(object).name();
                Err(TypeError::new(format!("expected an array of {}, got {found}", T::FORMAT)))
            }
        }
    }

    #[track_caller]
    fn by_buffer<O: TypeInfo>(object: &Owned<'py, O>, access: Access) -> Result<Self> {
        let buffer = match access {
            Access::Read => Buffer::<T>::of(object)?,
            Access::Write => BufferMut::<T>::of(object)?.into_read(),
        };
        let view = buffer.view();
        let shape = rank::<N, _>(view.shape(), |shape| shape.iter().map(|&count| count.unsigned_abs()).collect())?;
        if view.suboffsets().is_some_and(|all| all.iter().any(|&behind| behind >= 0)) {
            return Err(BufferError::new("the items lie behind pointers, as in no array: take a `Buffer`, or a copy"));
        }
        let strides = core::array::from_fn(|at| view.strides()[at]);
        // SAFETY: the exporter's shape and strides describe its own memory, which the buffer holds, and go with its length.
        let items = unsafe { Strided::new(view.start().cast(), shape.map(|count| count.unsigned_abs()), strides) };
        Ok(Array { items, source: Source::Buffer(buffer), py: object.py() })
    }

    /// `None` if the object does not speak DLPack.
    #[track_caller]
    fn by_dlpack<O: TypeInfo>(object: &Owned<'py, O>, access: Access) -> Result<Option<Self>> {
        let Some(Taken { tensor, items }) = taken::take::<T, N>(&object.clone().into_any(), access)? else {
            return Ok(None);
        };
        Ok(Some(Array { items, source: Source::Dlpack(tensor), py: object.py() }))
    }

    look!(items);

    /// Copies every item, in C's order, into `to`.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::array::Array;
    /// let lent = Array::<u8, 1>::of(&Bytes::new(py, b"ink")?)?;
    /// let mut copy = [0; 3];
    /// lent.copy_to(&mut copy)?;
    /// assert_eq!(&copy, b"ink");
    /// assert!(lent.copy_to(&mut [0; 2]).unwrap_err().is::<ValueError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `ValueError` if `to` has not as many items.
    #[track_caller]
    pub fn copy_to(&self, to: &mut [T]) -> Result<()> {
        check_length(self.len(), to.len())?;
        for (to, item) in to.iter_mut().zip(self.iter()) {
            *to = item;
        }
        Ok(())
    }

    /// The items as a slice, if nobody can write to them: the exporter is a `bytes` or a memoryview of one, and they lie one
    /// after another, aligned. For what can be written to, see [`ArrayMut::as_cells`](super::ArrayMut::as_cells).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::array::Array;
    /// use owned::types::ByteArray;
    /// let lent = Array::<u8, 1>::of(&Bytes::new(py, b"ink")?)?;
    /// assert_eq!(lent.as_slice(), Some(&b"ink"[..]));
    /// let others_write = Array::<u8, 1>::of(&ByteArray::new(py, b"ink")?)?;
    /// assert_eq!(others_write.as_slice(), None);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    pub fn as_slice(&self) -> Option<&[T]> {
        match &self.source {
            Source::Buffer(buffer) => buffer.as_slice(),
            Source::Dlpack(_) => None,
        }
    }

    /// The token.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::array::Array;
    /// fn double<'py>(items: &Array<'py, u8, 1>) -> Result<Owned<'py, List>> {
    ///     List::new(items.py(), items.iter().map(|item| 2 * item))
    /// }
    /// let doubled = double(&Array::of(&Bytes::new(py, &[1, 2])?)?)?;
    /// assert_eq!(doubled.extract::<Vec<u8>>()?, [2, 4]);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn py(&self) -> Python<'py> {
        self.py
    }
}

/// The dimensions, if there are `N`.
///
/// # Errors
/// `ValueError`
#[track_caller]
pub(super) fn rank<const N: usize, C: Copy + fmt::Debug>(
    shape: &[C],
    shown: impl FnOnce(&[C]) -> Vec<usize>,
) -> Result<[C; N]> {
    shape.try_into().map_err(|_| {
        let (plural, found) = (if N == 1 { "" } else { "s" }, shape.len());
        ValueError::new(format!("expected {N} dimension{plural}, got {found}, of shape {:?}", shown(shape)))
    })
}

#[track_caller]
pub(super) fn check_length(items: usize, given: usize) -> Result<()> {
    if given == items {
        return Ok(());
    }
    Err(ValueError::new(format!("an array of {items} items cannot be copied to or from a slice of {given}")))
}

/// What type checkers are told of an array.
pub(super) const HINT: TypeHint = TypeHint::named("typing_extensions", "Buffer");

impl<'py, T: Element, const N: usize> FromPy<'_, 'py> for Array<'py, T, N> {
    const ACCEPTS: TypeHint = HINT;

    /// The memory of the object, for reading, as [`Array::of`].
    #[track_caller]
    fn from_py(object: Borrowed<'_, 'py, Any>) -> Result<Self> {
        Array::of(&object)
    }
}

impl<'a, T: Element, const N: usize> IntoIterator for &'a Array<'_, T, N> {
    type Item = T;
    type IntoIter = Items<'a, T, N>;

    fn into_iter(self) -> Items<'a, T, N> {
        self.iter()
    }
}

impl<T: Element, const N: usize> fmt::Debug for Array<'_, T, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Array({:?})", self.items)
    }
}
