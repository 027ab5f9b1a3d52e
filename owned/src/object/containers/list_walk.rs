//! Walking over a list that may change meanwhile.
#![expect(unsafe_code, reason = "calls the list API; a handle proves an attached thread and the type")]

use core::iter::FusedIterator;
use core::panic::Location;

use crate::ptr::{Any, Owned};
use crate::raw;

use super::List;

/// The items of a list, as they are when each is reached.
///
/// The length is asked for at each step, so a list that shrinks ends the walk, and one that grows prolongs it: as in
/// Python. Hence it has no exact size. Once at the end, or walked from the back, it does not follow the list's growth.
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
/// Python::attach(|py| {
///     let list = List::new(py, [1, 2, 3])?;
///     let mut items = list.items();
///     assert_eq!(items.next().unwrap().extract::<i32>()?, 1);
///     list.clear()?; // the list may change meanwhile
///     assert!(items.next().is_none());
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
#[derive(Debug)]
pub struct ListItems<'a, 'py> {
    list: &'a Owned<'py, List>,
    next: usize,
    // One past the last item to give, if the list is that long: everything before an end is met.
    end: usize,
    place: &'static Location<'static>,
}

impl<'py> Owned<'py, List> {
    /// The items, each a new reference. The list may change meanwhile; see [`ListItems`](crate::types::ListItems).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let list = List::new(py, [1, 2, 3])?;
    /// let doubled: Result<Vec<i32>> = list.items().map(|item| Ok(item.extract::<i32>()? * 2)).collect();
    /// assert_eq!(doubled?, [2, 4, 6]);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn items(&self) -> ListItems<'_, 'py> {
        ListItems { list: self, next: 0, end: usize::MAX, place: Location::caller() }
    }
}

impl<'py> ListItems<'_, 'py> {
    #[inline]
    fn at(&self, index: usize) -> Option<Owned<'py, Any>> {
        // SAFETY: a handle to a list.
        let item = unsafe { raw::list_item(self.list.raw(), index) }?;
        // SAFETY: any object is an `Any`.
        Some(unsafe { Owned::from_ref_at(self.list.py(), item, self.place) })
    }
}

impl<'py> Iterator for ListItems<'_, 'py> {
    type Item = Owned<'py, Any>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        if self.end != usize::MAX && self.next >= self.end {
            return None;
        }
        let item = self.at(self.next);
        match item {
            Some(_) => self.next += 1,
            None => self.end = 0,
        }
        item
    }

    /// The upper bound holds only where the list's growth is not followed.
    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, (self.end != usize::MAX).then(|| self.end.saturating_sub(self.next)))
    }

    #[inline]
    fn nth(&mut self, n: usize) -> Option<Self::Item> {
        self.next = self.next.saturating_add(n);
        self.next()
    }
}

impl DoubleEndedIterator for ListItems<'_, '_> {
    #[inline]
    fn next_back(&mut self) -> Option<Self::Item> {
        self.end = self.end.min(self.list.len());
        while self.next < self.end {
            self.end -= 1;
            // Another thread may have shortened the list since; then the items before it are still there.
            if let Some(item) = self.at(self.end) {
                return Some(item);
            }
        }
        None
    }
}

impl FusedIterator for ListItems<'_, '_> {}

impl<'a, 'py> IntoIterator for &'a Owned<'py, List> {
    type Item = Owned<'py, Any>;
    type IntoIter = ListItems<'a, 'py>;

    #[track_caller]
    #[inline]
    fn into_iter(self) -> ListItems<'a, 'py> {
        self.items()
    }
}
