//! `slice`.
#![expect(unsafe_code, reason = "calls the slice API; a handle proves an attached thread and the type")]

use crate::err::Result;
use crate::ptr::Owned;
use crate::raw;
use crate::token::Python;

use super::super::{Int, builtin_type};

builtin_type! {
    /// Python's `slice`: what stands between the brackets of `x[1:10:2]`.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// use owned::types::Slice;
    /// Python::attach(|py| {
    ///     let slice = Slice::new(py, Some(-3), None, None)?; // the last three
    ///     let found = slice.indices(10)?;
    ///     assert_eq!((found.start, found.stop, found.step, found.count), (7, 10, 1, 3));
    ///     assert_eq!(found.positions().collect::<Vec<_>>(), [7, 8, 9]);
    ///     let list = List::new(py, 0..10)?;
    ///     assert_eq!(list.get_item(&slice)?.extract::<Vec<usize>>()?, [7, 8, 9]);
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    Slice, "slice", raw::is_slice
}

/// What a slice selects of a sequence of some length.
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
/// use owned::types::{Slice, SliceIndices};
/// Python::attach(|py| {
///     let found = Slice::new(py, Some(1), Some(9), Some(3))?.indices(6)?;
///     assert_eq!(found, SliceIndices { start: 1, stop: 6, step: 3, count: 2 });
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SliceIndices {
    /// The first index, if there is one.
    pub start: isize,
    /// The end, which is not selected; -1 if a slice that goes backwards selects the first item.
    pub stop: isize,
    /// The distance from one index to the next; negative to go backwards, never 0.
    pub step: isize,
    /// How many there are.
    pub count: usize,
}

impl SliceIndices {
    /// The indices, each of which is below the length that was asked for.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Slice;
    /// let backwards = Slice::new(py, None, None, Some(-2))?;
    /// assert_eq!(backwards.indices(5)?.positions().collect::<Vec<_>>(), [4, 2, 0]);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn positions(self) -> impl ExactSizeIterator<Item = usize> + Clone {
        (0..self.count).map(move |n| (self.start + self.step * n.cast_signed()).unsigned_abs())
    }
}

impl Slice {
    /// `slice(start, stop, step)`, where `None` is what is left out (`PySlice_New`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Slice;
    /// let every_other = Slice::new(py, None, None, Some(2))?;
    /// assert_eq!(List::new(py, [1, 2, 3])?.get_item(&every_other)?.extract::<Vec<i32>>()?, [1, 3]);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `MemoryError`. A step of 0 is an error when the slice is used.
    #[track_caller]
    #[allow(clippy::new_ret_no_self, reason = "the type stands for the object, the value is a handle to it")]
    #[inline]
    pub fn new(
        py: Python<'_>,
        start: Option<isize>,
        stop: Option<isize>,
        step: Option<isize>,
    ) -> Result<Owned<'_, Slice>> {
        let make = |bound: Option<isize>| bound.map(|bound| Int::from_i64(py, bound as i64)).transpose();
        let (start, stop, step) = (make(start)?, make(stop)?, make(step)?);
        let [start, stop, step] = [&start, &stop, &step].map(|bound| bound.as_ref().map(Owned::raw));
        // SAFETY: handles: attached and alive; NULL is None.
        let slice = unsafe { raw::slice_new(start, stop, step) }?;
        // SAFETY: the function makes a slice.
        Ok(unsafe { Owned::from_ref(py, slice) })
    }
}

impl Owned<'_, Slice> {
    /// What the slice selects of a sequence of this length (`PySlice_Unpack`, `PySlice_AdjustIndices`).
    ///
    /// Bounds that are no ints run their `__index__`, which could change the sequence: ask for its length afterwards
    /// again if the bounds are not known to be ints, or compare each index with it.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Slice;
    /// let last_two = Slice::new(py, Some(-2), None, None)?;
    /// let indices = last_two.indices(5)?;
    /// assert_eq!((indices.start, indices.step, indices.count), (3, 1, 2));
    /// assert!(Slice::new(py, None, None, Some(0))?.indices(5).unwrap_err().is::<ValueError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `ValueError` if the step is 0, `TypeError` if a bound is no number; what `__index__` raises.
    #[track_caller]
    #[inline]
    pub fn indices(&self, length: usize) -> Result<SliceIndices> {
        // SAFETY: a handle to a slice.
        let found = unsafe { raw::slice_indices(self.raw(), length) }?;
        Ok(SliceIndices { start: found.start, stop: found.stop, step: found.step, count: found.count })
    }
}
