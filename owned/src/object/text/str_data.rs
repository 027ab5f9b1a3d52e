//! The code points of a `str`: how many, which, and how Python stores them.
#![expect(unsafe_code, reason = "reads strings; a handle proves an attached thread and the type")]

use core::cmp::Ordering;
use core::fmt;

use super::Str;
use crate::err::{IndexError, Result, ValueError};
use crate::ptr::Owned;
use crate::raw::{self, StrData};
use crate::token::Python;

impl Str {
    /// A new `str` of code points, among them surrogates.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(Str::from_code_points(py, &[0x69, 0x1f58b])?.to_str()?, "i\u{1f58b}");
    /// assert!(Str::from_code_points(py, &[0x110000]).unwrap_err().is::<ValueError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `ValueError` for a number that is no code point.
    #[track_caller]
    #[inline]
    pub fn from_code_points<'py>(py: Python<'py>, points: &[u32]) -> Result<Owned<'py, Str>> {
        Str::from_data(py, StrData::Four(points))
    }

    /// A new `str` of code points in units of any width, which need not be the least that does: the opposite of
    /// `data` of a handle. (`PyUnicode_FromKindAndData`.)
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::StrData;
    /// assert_eq!(Str::from_data(py, StrData::Two(&[0x69, 0xe9]))?.to_str()?, "ié");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `ValueError` for a number that is no code point.
    #[track_caller]
    #[inline]
    pub fn from_data<'py>(py: Python<'py>, points: StrData<'_>) -> Result<Owned<'py, Str>> {
        if let StrData::Four(points) = points
            && let Some(wrong) = points.iter().find(|&&point| point > char::MAX.into())
        {
            return Err(ValueError::new(format!("{wrong:#x} is no code point")));
        }
        // SAFETY: attached, by `py`; checked above.
        let new = unsafe { raw::unicode_from_points(points) }?;
        // SAFETY: the function makes a str.
        Ok(unsafe { Owned::from_ref(py, new) })
    }
}

impl Owned<'_, Str> {
    /// `len(self)`: how many code points there are. (Bytes of UTF-8: `to_str()?.len()`.)
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let text = Str::new(py, "été")?;
    /// assert_eq!((text.len(), text.to_str()?.len()), (3, 5));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn len(&self) -> usize {
        // SAFETY: a handle to a str.
        let length = unsafe { raw::unicode_get_length(self.raw()) };
        // It can only fail on 3.11, without memory, for a string that an extension made by an API of old.
        length.unwrap_or_else(|failed| {
            drop(crate::err::PyErr::from(failed));
            0
        })
    }

    /// Whether the text is empty.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert!(Str::new(py, "")?.is_empty());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The code points as Python stores them, lent: nothing is encoded or copied. (A build for the stable ABI cannot see them:
    /// there is [`code_points`](Owned::code_points).)
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// use owned::types::StrData;
    /// Python::attach(|py| {
    ///     assert_eq!(Str::new(py, "hé")?.data()?, StrData::One(&[0x68, 0xe9])); // Latin-1, not UTF-8
    ///     assert_eq!(Str::new(py, "h✓")?.data()?, StrData::Two(&[0x68, 0x2713]));
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    ///
    /// # Errors
    /// `MemoryError`, on 3.11, for a string that an extension made by an API of old.
    #[cfg(not(feature = "abi3"))]
    #[track_caller]
    #[inline]
    pub fn data(&self) -> Result<StrData<'_>> {
        // SAFETY: a handle to a str.
        Ok(unsafe { raw::unicode_points(self.raw()) }?)
    }

    /// The code points, among them surrogates.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(Str::new(py, "ié")?.code_points().collect::<Vec<_>>(), [0x69, 0xe9]);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn code_points(&self) -> impl DoubleEndedIterator<Item = u32> + ExactSizeIterator + '_ {
        // SAFETY: a handle to a str.
        let points = unsafe { raw::unicode_each_point(self.raw()) };
        let points = points.map_err(|failed| drop(crate::err::PyErr::from(failed))).ok();
        (0..points.map_or(0, |points| points.count()))
            .map(move |at| points.and_then(|points| points.get(at)).unwrap_or(0))
    }

    /// The code point at `index`.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let text = Str::new(py, "ié")?;
    /// assert_eq!(text.code_point(1)?, 0xe9);
    /// assert!(text.code_point(2).unwrap_err().is::<IndexError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `IndexError` if the text is not so long.
    #[track_caller]
    #[inline]
    pub fn code_point(&self, index: usize) -> Result<u32> {
        // SAFETY: a handle to a str.
        let points = unsafe { raw::unicode_each_point(self.raw()) }?;
        points.get(index).ok_or_else(|| IndexError::new("string index out of range"))
    }

    /// How it compares with another `str`, code point by code point (`PyUnicode_Compare`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert!(Str::new(py, "ink")?.cmp_str(&Str::new(py, "paper")?).is_lt());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn cmp_str(&self, other: &Owned<'_, Str>) -> Ordering {
        self.code_points().cmp(other.code_points())
    }
}

impl PartialEq<str> for Owned<'_, Str> {
    /// Nothing is encoded, nothing kept, and no exception made: a lone surrogate equals nothing.
    #[inline]
    fn eq(&self, other: &str) -> bool {
        // SAFETY: a handle to a str.
        unsafe { raw::unicode_equals(self.raw(), other) }
    }
}

impl PartialEq<&str> for Owned<'_, Str> {
    #[inline]
    fn eq(&self, other: &&str) -> bool {
        *self == **other
    }
}

impl fmt::Display for Owned<'_, Str> {
    /// The text, with U+FFFD for each lone surrogate.
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.to_string_lossy())
    }
}
