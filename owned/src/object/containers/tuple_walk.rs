//! Walking over a tuple.
#![expect(unsafe_code, reason = "calls the tuple API; a handle proves an attached thread and the type")]

use core::iter::FusedIterator;

use crate::ptr::{Any, Borrowed, Owned};
use crate::raw;

use super::Tuple;

/// The items of a tuple, borrowed from it. Their number is exact: a tuple never changes.
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
/// Python::attach(|py| {
///     let tuple = Tuple::new(py, ["play", "stop"])?;
///     let mut items = tuple.items();
///     assert_eq!(items.len(), 2);
///     assert_eq!(items.next().unwrap().extract::<&str>()?, "play"); // borrowed of the tuple
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
#[derive(Clone, Debug)]
pub struct TupleItems<'a, 'py> {
    tuple: Borrowed<'a, 'py, Tuple>,
    next: usize,
    // At most the tuple's length.
    end: usize,
}

impl<'py> Owned<'py, Tuple> {
    /// The items, borrowed.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let tuple = Tuple::new(py, [1, 2, 3])?;
    /// let sum = tuple.items().map(|item| item.extract::<i32>()).sum::<Result<i32>>()?;
    /// assert_eq!(sum, 6);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn items(&self) -> TupleItems<'_, 'py> {
        self.as_borrowed().into_items()
    }
}

impl<'a, 'py> Borrowed<'a, 'py, Tuple> {
    /// The items, with the life of the tuple's owner.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let tuple = Tuple::new(py, [1, 2, 3])?;
    /// let last = tuple.as_borrowed().into_items().last().unwrap();
    /// assert_eq!(last.extract::<i32>()?, 3);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn into_items(self) -> TupleItems<'a, 'py> {
        TupleItems { tuple: self, next: 0, end: self.len() }
    }
}

impl<'a, 'py> TupleItems<'a, 'py> {
    /// # Safety
    /// `index` is below the tuple's length.
    #[inline]
    unsafe fn at(&self, index: usize) -> Borrowed<'a, 'py, Any> {
        // SAFETY: a handle to a tuple, and an index within it, by the caller.
        let item = unsafe { raw::tuple_get_item_unchecked(self.tuple.inner(), index.cast_signed()) };
        // SAFETY: any object is an `Any`.
        unsafe { Borrowed::from_ref(self.tuple.py(), item) }
    }
}

impl<'a, 'py> Iterator for TupleItems<'a, 'py> {
    type Item = Borrowed<'a, 'py, Any>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        if self.next >= self.end {
            return None;
        }
        // SAFETY: below the end, which is at most the length.
        let item = unsafe { self.at(self.next) };
        self.next += 1;
        Some(item)
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.end.saturating_sub(self.next);
        (left, Some(left))
    }

    #[inline]
    fn nth(&mut self, n: usize) -> Option<Self::Item> {
        self.next = self.next.saturating_add(n);
        self.next()
    }
}

impl DoubleEndedIterator for TupleItems<'_, '_> {
    #[inline]
    fn next_back(&mut self) -> Option<Self::Item> {
        if self.next >= self.end {
            return None;
        }
        self.end -= 1;
        // SAFETY: below what was the end, which is at most the length.
        Some(unsafe { self.at(self.end) })
    }
}

impl ExactSizeIterator for TupleItems<'_, '_> {}

impl FusedIterator for TupleItems<'_, '_> {}

impl<'a, 'py> IntoIterator for &'a Owned<'py, Tuple> {
    type Item = Borrowed<'a, 'py, Any>;
    type IntoIter = TupleItems<'a, 'py>;

    #[inline]
    fn into_iter(self) -> TupleItems<'a, 'py> {
        self.items()
    }
}
