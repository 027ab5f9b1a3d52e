//! `range`.
#![expect(unsafe_code, reason = "calls the type; a handle proves an attached thread and the type")]

use crate::err::Result;
use crate::ptr::{Any, Owned};
use crate::raw;
use crate::token::Python;

use crate::object::{Int, builtin_type, exact};

builtin_type! {
    /// Python's `range`. Its items are read by the methods of every object: [`each`](Owned::each),
    /// [`item_at`](Owned::item_at), [`contains`](Owned::contains).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// use owned::types::Range;
    /// Python::attach(|py| {
    ///     let range = Range::new(py, 10, 0, -3)?;
    ///     assert_eq!(range.extract::<Vec<i64>>()?, [10, 7, 4, 1]);
    ///     assert_eq!(range.start()?.extract::<i64>()?, 10);
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    Range, "range", raw::is_range
}

exact! {
    Range = is_range; // it has no subclasses
}

impl Range {
    /// `range(start, stop, step)`.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Range;
    /// assert_eq!(Range::new(py, 0, 7, 3)?.to_list()?.extract::<Vec<i32>>()?, [0, 3, 6]);
    /// assert!(Range::new(py, 0, 7, 0).unwrap_err().is::<ValueError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `ValueError` if `step` is 0.
    #[track_caller]
    #[allow(clippy::new_ret_no_self, reason = "the type stands for the object, the value is a handle to it")]
    #[inline]
    pub fn new(py: Python<'_>, start: i64, stop: i64, step: i64) -> Result<Owned<'_, Range>> {
        let bounds = [Int::from_i64(py, start)?, Int::from_i64(py, stop)?, Int::from_i64(py, step)?];
        // SAFETY: attached, by `py`.
        let class = unsafe { raw::range_type() };
        // SAFETY: handles: attached and alive.
        let range = unsafe { raw::vectorcall(class, &bounds.each_ref().map(Owned::raw)) }?;
        // SAFETY: calling the type makes a range: it has no subclasses.
        Ok(unsafe { Owned::from_ref(py, range) })
    }
}

impl<'py> Owned<'py, Range> {
    /// How many numbers there are.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(owned::types::Range::new(py, 0, 7, 3)?.len()?, 3);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `OverflowError` if there are more than a length can say.
    #[track_caller]
    #[inline]
    pub fn len(&self) -> Result<usize> {
        self.length()
    }

    /// Whether there are none.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert!(owned::types::Range::new(py, 7, 0, 1)?.is_empty()?);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn is_empty(&self) -> Result<bool> {
        Ok(!self.is_true()?)
    }

    /// Where it starts: an `int`, or what was passed that has `__index__`. A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(owned::types::Range::new(py, 1, 7, 3)?.start()?.extract::<i32>()?, 1);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn start(&self) -> Result<Owned<'py, Any>> {
        self.getattr("start")
    }

    /// Where it ends, itself not included. A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(owned::types::Range::new(py, 1, 7, 3)?.stop()?.extract::<i32>()?, 7);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn stop(&self) -> Result<Owned<'py, Any>> {
        self.getattr("stop")
    }

    /// The distance from one number to the next. A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(owned::types::Range::new(py, 1, 7, 3)?.step()?.extract::<i32>()?, 3);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn step(&self) -> Result<Owned<'py, Any>> {
        self.getattr("step")
    }
}
