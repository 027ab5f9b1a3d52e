//! Walking over a dict that may change meanwhile.
#![expect(unsafe_code, reason = "calls the dict API; a handle proves an attached thread and the type")]

use core::iter::FusedIterator;
use core::panic::Location;

use crate::err::{PyErr, Result, RuntimeError};
use crate::ptr::{Any, Owned};
use crate::raw::{self, DictStep, NewRef};

use super::Dict;

/// A key and its value.
type Pair<'py> = (Owned<'py, Any>, Owned<'py, Any>);

/// The pairs of a dict, in its order, without a copy.
///
/// As Python has it, a dict must not get or lose keys while it is walked over: the next step is then an error
/// (`RuntimeError: dictionary changed size during iteration`), and the last. Other values for keys that are there are
/// seen. Of a subclass, such as `OrderedDict`, the pairs are those that the dict itself holds, in its own order; an
/// `__iter__` or `items` of the subclass is not asked.
///
/// It has no exact size, since it can end with an error.
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
/// Python::attach(|py| {
///     let dict = Dict::new(py, [("a", 1), ("b", 2)])?;
///     for pair in dict.pairs() {
///         let (key, value) = pair?;
///         assert_eq!(dict.require(key)?.extract::<i32>()?, value.extract::<i32>()?);
///     }
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
#[derive(Debug)]
pub struct DictPairs<'a, 'py> {
    dict: &'a Owned<'py, Dict>,
    position: isize,
    used: usize,
    // How many pairs are still to come, if no key is replaced by another.
    left: usize,
    done: bool,
    place: &'static Location<'static>,
}

impl<'py> Owned<'py, Dict> {
    /// The pairs, each made of two new references; an error if keys come or go meanwhile. See
    /// [`DictPairs`](crate::types::DictPairs), and [`snapshot`](Owned::snapshot) for loops that change the dict.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let dict = Dict::new(py, [("a", 1), ("b", 2)])?;
    /// let mut sum = 0;
    /// for pair in dict.pairs() {
    ///     let (_key, value) = pair?;
    ///     sum += value.extract::<i32>()?;
    /// }
    /// assert_eq!(sum, 3);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn pairs(&self) -> DictPairs<'_, 'py> {
        let used = self.len();
        DictPairs { dict: self, position: 0, used, left: used, done: false, place: Location::caller() }
    }

    /// The pairs as they are now: those of a shallow copy, so the dict may change meanwhile.
    ///
    /// For loops that run code of others (conversions, callbacks), which could change the dict, where all pairs matter
    /// more than the cost of the copy: the caller gets each pair of one moment, and no error. Otherwise
    /// [`pairs`](Owned::pairs) is cheaper.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let dict = Dict::new(py, [("a", 1), ("b", 2)])?;
    /// for (key, _) in dict.snapshot()? {
    ///     dict.del_item(key)?; // the loop goes on all the same
    /// }
    /// assert!(dict.is_empty());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `MemoryError`.
    #[track_caller]
    #[inline]
    pub fn snapshot(&self) -> Result<DictSnapshot<'py>> {
        let dict = self.copy()?;
        let used = dict.len();
        Ok(DictSnapshot { dict, position: 0, used, left: used, place: Location::caller() })
    }
}

#[cold]
#[inline]
fn changed(what: &str) -> PyErr {
    RuntimeError::new(format!("dictionary {what} during iteration"))
}

impl DictPairs<'_, '_> {
    #[inline]
    fn own<'py>(&self, dict: &Owned<'py, Dict>, object: NewRef) -> Owned<'py, Any> {
        // SAFETY: any object is an `Any`.
        unsafe { Owned::from_ref_at(dict.py(), object, self.place) }
    }
}

impl<'py> Iterator for DictPairs<'_, 'py> {
    type Item = Result<Pair<'py>>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        if self.done {
            return None;
        }
        // SAFETY: a handle to a dict; the position is this walk's own.
        match unsafe { raw::dict_step(self.dict.raw(), &mut self.position, self.used) } {
            // The keys are as many as they were, but not the same: more come than there were.
            DictStep::Pair(key, value) if self.left == 0 => {
                self.done = true;
                drop((key, value));
                Some(Err(changed("keys changed")))
            }
            DictStep::Pair(key, value) => {
                self.left -= 1;
                Some(Ok((self.own(self.dict, key), self.own(self.dict, value))))
            }
            DictStep::End => {
                self.done = true;
                None
            }
            DictStep::Resized => {
                self.done = true;
                Some(Err(changed("changed size")))
            }
        }
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        // One more for the error.
        (0, Some(if self.done { 0 } else { self.left.saturating_add(1) }))
    }
}

impl FusedIterator for DictPairs<'_, '_> {}

impl<'a, 'py> IntoIterator for &'a Owned<'py, Dict> {
    type Item = Result<Pair<'py>>;
    type IntoIter = DictPairs<'a, 'py>;

    #[track_caller]
    #[inline]
    fn into_iter(self) -> DictPairs<'a, 'py> {
        self.pairs()
    }
}

/// The pairs of a dict at one moment: see [`Owned<Dict>::snapshot`](Owned::snapshot). Their number is exact, since
/// nobody else has the copy that it walks over.
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
/// Python::attach(|py| {
///     let dict = Dict::new(py, [("a", 1), ("b", 2)])?;
///     for pair in dict.snapshot()? {
///         let (key, _) = pair;
///         dict.del_item(key)?; // the loop goes over the pairs of before
///     }
///     assert!(dict.is_empty());
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
#[derive(Debug)]
pub struct DictSnapshot<'py> {
    dict: Owned<'py, Dict>,
    position: isize,
    used: usize,
    left: usize,
    place: &'static Location<'static>,
}

impl<'py> Iterator for DictSnapshot<'py> {
    type Item = Pair<'py>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        // SAFETY: a handle to a dict; the position is this walk's own.
        let step = unsafe { raw::dict_step(self.dict.raw(), &mut self.position, self.used) };
        // The copy can only have changed if somebody dug it up with `gc.get_objects()`. Then this is the end.
        let DictStep::Pair(key, value) = step else {
            self.left = 0;
            return None;
        };
        self.left = self.left.checked_sub(1)?;
        let py = self.dict.py();
        // SAFETY: any object is an `Any`.
        let key = unsafe { Owned::from_ref_at(py, key, self.place) };
        // SAFETY: any object is an `Any`.
        Some((key, unsafe { Owned::from_ref_at(py, value, self.place) }))
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

impl ExactSizeIterator for DictSnapshot<'_> {}
