//! Where the items of an array lie, and reading them.
#![expect(unsafe_code, reason = "reads memory at the places that it computes")]

use core::fmt;
use core::marker::PhantomData;

use crate::err::{IndexError, PyErr, Result};
use crate::object::Element;
use crate::raw;

/// Items of type `T` along `N` dimensions.
///
/// Invariant: as long as what this is part of lives, an item lies wherever shape and strides say, so many bytes from
/// `start`. It need not be aligned; others may write to it.
#[derive(Clone, Copy)]
pub(super) struct Strided<T, const N: usize> {
    start: *mut T,
    shape: [usize; N],
    /// In bytes.
    strides: [isize; N],
}

impl<T: Element, const N: usize> Strided<T, N> {
    /// # Safety
    /// The invariant. The items together have no more bytes than an object can have.
    #[inline]
    pub(super) unsafe fn new(start: *mut T, shape: [usize; N], strides: [isize; N]) -> Self {
        Strided { start, shape, strides }
    }

    #[inline]
    pub(super) fn start(&self) -> *mut T {
        self.start
    }

    #[inline]
    pub(super) fn shape(&self) -> [usize; N] {
        self.shape
    }

    #[inline]
    pub(super) fn strides(&self) -> [isize; N] {
        self.strides
    }

    #[inline]
    pub(super) fn len(&self) -> usize {
        self.shape.iter().product()
    }

    /// Whether the items lie one after another, the last index changing fastest.
    pub(super) fn is_contiguous(&self) -> bool {
        let mut step = size_of::<T>().cast_signed();
        let mut dimensions = self.shape.iter().zip(&self.strides).rev();
        self.len() == 0
            || dimensions.all(|(&count, &stride)| {
                let fits = count == 1 || stride == step;
                step = step.wrapping_mul(count.cast_signed());
                fits
            })
    }

    /// The place of an item.
    #[track_caller]
    #[inline]
    pub(super) fn place(&self, indices: [usize; N]) -> Result<*mut T> {
        let mut offset = 0_isize;
        for (at, index) in indices.into_iter().enumerate() {
            if index >= self.shape[at] {
                return Err(self.no_such(indices));
            }
            // Wraps nowhere: there is an item.
            offset = offset.wrapping_add(self.strides[at].wrapping_mul(index.cast_signed()));
        }
        Ok(self.start.wrapping_byte_offset(offset))
    }

    #[track_caller]
    #[cold]
    fn no_such(&self, indices: [usize; N]) -> PyErr {
        IndexError::new(format!("no item at {indices:?} in an array of shape {:?}", self.shape))
    }

    #[track_caller]
    #[inline]
    pub(super) fn get(&self, indices: [usize; N]) -> Result<T> {
        let place = self.place(indices)?;
        // SAFETY: an item, by the invariant and the check; any bytes are a `T`. Others may write to it, hence the shared read.
        Ok(unsafe { raw::read_shared(place) })
    }

    /// The places of all items, in C's order.
    #[inline]
    pub(super) fn places(&self) -> Places<T, N> {
        Places { array: *self, next: [0; N], place: self.start, left: self.len() }
    }
}

/// The places of the items that are left.
#[derive(Clone, Copy)]
pub(super) struct Places<T, const N: usize> {
    array: Strided<T, N>,
    next: [usize; N],
    place: *mut T,
    left: usize,
}

impl<T: Element, const N: usize> Iterator for Places<T, N> {
    type Item = *mut T;

    #[inline]
    fn next(&mut self) -> Option<*mut T> {
        self.left = self.left.checked_sub(1)?;
        let place = self.place;
        for at in (0..N).rev() {
            self.next[at] += 1;
            if self.next[at] < self.array.shape[at] {
                self.place = self.place.wrapping_byte_offset(self.array.strides[at]);
                break;
            }
            // Back to the first along this dimension.
            let back = self.array.strides[at].wrapping_mul((self.next[at] - 1).cast_signed());
            self.place = self.place.wrapping_byte_offset(back.wrapping_neg());
            self.next[at] = 0;
        }
        Some(place)
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

/// The items of an array, in C's order (the last index changes fastest), each as it is when the iterator comes to it.
///
/// ```
/// use owned::array::SharedArray;
/// let grid = SharedArray::new(vec![1, 2, 3, 4], [2, 2])?;
/// let mut items = grid.iter();
/// assert_eq!(items.next(), Some(1));
/// grid.set([0, 1], 7)?; // seen, as the iterator has not come to it yet
/// assert_eq!((items.len(), items.collect::<Vec<_>>()), (3, vec![7, 3, 4]));
/// # Ok::<(), owned::PyErr>(())
/// ```
pub struct Items<'a, T, const N: usize> {
    places: Places<T, N>,
    array: PhantomData<&'a T>,
}

impl<T: Element, const N: usize> Items<'_, T, N> {
    /// # Safety
    /// What the memory belongs to lives as long as the result.
    #[inline]
    pub(super) unsafe fn of(array: &Strided<T, N>) -> Self {
        Items { places: array.places(), array: PhantomData }
    }
}

impl<T: Element, const N: usize> Iterator for Items<'_, T, N> {
    type Item = T;

    #[inline]
    fn next(&mut self) -> Option<T> {
        let place = self.places.next()?;
        // SAFETY: an item of the array, which lives; any bytes are a `T`. Others may write to it, hence the shared read.
        Some(unsafe { raw::read_shared(place) })
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.places.size_hint()
    }
}

impl<T: Element, const N: usize> ExactSizeIterator for Items<'_, T, N> {}

impl<T, const N: usize> fmt::Debug for Items<'_, T, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items").field("left", &self.places.left).finish_non_exhaustive()
    }
}

impl<T: Element, const N: usize> fmt::Debug for Strided<T, N> {
    /// What an array shows of itself.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {:?}", T::FORMAT, self.shape)
    }
}

/// The methods for looking at an array whose items are at `self.$items`.
macro_rules! look {
    ($items:ident) => {
        /// How many items there are, along all dimensions.
        #[inline]
        pub fn len(&self) -> usize {
            self.$items.len()
        }

        /// Whether there are none.
        #[inline]
        pub fn is_empty(&self) -> bool {
            self.len() == 0
        }

        /// Items along each dimension.
        #[inline]
        pub fn shape(&self) -> [usize; N] {
            self.$items.shape()
        }

        /// Bytes from one item to the next along each dimension, as NumPy counts them; may be negative, or 0.
        #[inline]
        pub fn strides(&self) -> [isize; N] {
            self.$items.strides()
        }

        /// Items from one to the next along each dimension, as DLPack counts them. `None` where that is no whole number, as
        /// along one field of an array of structs.
        pub fn steps(&self) -> Option<[isize; N]> {
            let size = size_of::<T>().cast_signed();
            let strides = self.strides();
            strides.iter().all(|stride| stride % size == 0).then(|| strides.map(|stride| stride / size))
        }

        /// Whether the items lie one after another, in C's order (the last index changes fastest).
        pub fn is_contiguous(&self) -> bool {
            self.$items.is_contiguous()
        }

        /// The item at these indices.
        ///
        /// # Errors
        /// `IndexError` if there is no such item.
        #[track_caller]
        #[inline]
        pub fn get(&self, indices: [usize; N]) -> $crate::err::Result<T> {
            self.$items.get(indices)
        }

        /// Every item as it is when the iterator comes to it, in C's order.
        #[inline]
        pub fn iter(&self) -> $crate::array::Items<'_, T, N> {
            // SAFETY: the memory belongs to `self`, which is borrowed as long.
            unsafe { $crate::array::Items::of(&self.$items) }
        }

        /// A copy of every item, in C's order.
        pub fn to_vec(&self) -> Vec<T> {
            self.iter().collect()
        }
    };
}
pub(super) use look;

/// How many bytes so many items have, if an object can have so many. Dimensions of no items count as one, so that strides
/// can be computed of any shape.
pub(super) fn bytes_of(shape: &[usize], item: usize) -> Option<usize> {
    let bytes = shape.iter().try_fold(item, |all, &count| all.checked_mul(count.max(1)))?;
    isize::try_from(bytes).is_ok().then_some(bytes)
}

/// The strides of C's order, in units of `item`. For a shape that [`bytes_of`] has taken.
pub(super) fn in_c_order<const N: usize>(shape: [usize; N], item: usize) -> [isize; N] {
    let mut strides = [0; N];
    let mut step = item.cast_signed();
    for at in (0..N).rev() {
        strides[at] = step;
        step *= shape[at].max(1).cast_signed();
    }
    strides
}
