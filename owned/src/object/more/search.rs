//! `str`: finding, cutting and joining. Places are counted in code points.
#![expect(unsafe_code, reason = "calls the unicode API; a handle proves an attached thread and the type")]

use crate::err::Result;
use crate::object::{List, Str, Tuple};
use crate::ptr::{Any, Owned};
use crate::raw;

/// The end of any string, and "as often as there is".
const ALL: isize = isize::MAX;

impl<'py> Owned<'py, Str> {
    /// `part in self`.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert!(Str::new(py, "inkface")?.contains_str(&Str::new(py, "fac")?)?);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn contains_str(&self, part: &Owned<'py, Str>) -> Result<bool> {
        // SAFETY: handles to strings.
        Ok(unsafe { raw::unicode_contains(self.raw(), part.raw()) }?)
    }

    /// The first place of `part`: `self.find(part)`.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let text = Str::new(py, "inkling")?;
    /// assert_eq!(text.find(&Str::new(py, "in")?)?, Some(0));
    /// assert_eq!(text.find(&Str::new(py, "pen")?)?, None);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn find(&self, part: &Owned<'py, Str>) -> Result<Option<usize>> {
        // SAFETY: handles to strings.
        Ok(unsafe { raw::unicode_find(self.raw(), part.raw(), false) }?)
    }

    /// The last place of `part`: `self.rfind(part)`.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(Str::new(py, "inkling")?.rfind(&Str::new(py, "in")?)?, Some(4));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn rfind(&self, part: &Owned<'py, Str>) -> Result<Option<usize>> {
        // SAFETY: handles to strings.
        Ok(unsafe { raw::unicode_find(self.raw(), part.raw(), true) }?)
    }

    /// How often `part` is in it, without overlap: `self.count(part)`.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(Str::new(py, "inkling")?.count(&Str::new(py, "in")?)?, 2);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn count(&self, part: &Owned<'py, Str>) -> Result<usize> {
        // SAFETY: handles to strings.
        Ok(unsafe { raw::unicode_count(self.raw(), part.raw(), 0, ALL) }?)
    }

    /// `self.startswith(part)`.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert!(Str::new(py, "inkface")?.starts_with(&Str::new(py, "ink")?)?);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn starts_with(&self, part: &Owned<'py, Str>) -> Result<bool> {
        // SAFETY: handles to strings; a negative direction means the start.
        Ok(unsafe { raw::unicode_tailmatch(self.raw(), part.raw(), 0, ALL, -1) }? != 0)
    }

    /// `self.endswith(part)`.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert!(Str::new(py, "inkface")?.ends_with(&Str::new(py, "face")?)?);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn ends_with(&self, part: &Owned<'py, Str>) -> Result<bool> {
        // SAFETY: handles to strings; a positive direction means the end.
        Ok(unsafe { raw::unicode_tailmatch(self.raw(), part.raw(), 0, ALL, 1) }? != 0)
    }

    /// `self.replace(part, replacement, most)`; `None` replaces all.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let (text, from, to) = (Str::new(py, "inkling")?, Str::new(py, "in")?, Str::new(py, "o")?);
    /// assert_eq!(text.replace(&from, &to, None)?.to_str()?, "oklog");
    /// assert_eq!(text.replace(&from, &to, Some(1))?.to_str()?, "okling");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn replace(
        &self,
        part: &Owned<'py, Str>,
        replacement: &Owned<'py, Str>,
        most: Option<usize>,
    ) -> Result<Owned<'py, Str>> {
        // SAFETY: handles to strings.
        let new = unsafe { raw::unicode_replace(self.raw(), part.raw(), replacement.raw(), at_most(most)) }?;
        // SAFETY: the function makes a str.
        Ok(unsafe { Owned::from_ref(self.py(), new) })
    }

    /// `self + other`.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(Str::new(py, "ink")?.concat(&Str::new(py, "face")?)?.to_str()?, "inkface");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn concat(&self, other: &Owned<'py, Str>) -> Result<Owned<'py, Str>> {
        // SAFETY: handles to strings.
        let new = unsafe { raw::unicode_concat(self.raw(), other.raw()) }?;
        // SAFETY: the function makes a str.
        Ok(unsafe { Owned::from_ref(self.py(), new) })
    }

    /// `self.join(parts)`, of anything that can be iterated.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let parts = List::new(py, ["play", "stop"])?;
    /// assert_eq!(Str::new(py, ", ")?.join(&parts)?.to_str()?, "play, stop");
    /// assert!(Str::new(py, "")?.join(&List::new(py, [1])?.into_any()).unwrap_err().is::<TypeError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `TypeError` if `parts` cannot be iterated, or if one is no `str`.
    #[track_caller]
    #[inline]
    pub fn join(&self, parts: &Owned<'py, Any>) -> Result<Owned<'py, Str>> {
        // SAFETY: handles: attached, alive, and a str.
        let new = unsafe { raw::unicode_join(self.raw(), parts.raw()) }?;
        // SAFETY: the function makes a str.
        Ok(unsafe { Owned::from_ref(self.py(), new) })
    }

    /// `self.split(separator, most)`: `None` splits at white space, and as often as there is.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let text = Str::new(py, " a b,c ")?;
    /// assert_eq!(text.split(None, None)?.extract::<Vec<String>>()?, ["a", "b,c"]);
    /// assert_eq!(text.split(Some(&Str::new(py, ",")?), Some(1))?.extract::<Vec<String>>()?, [" a b", "c "]);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `ValueError` for an empty separator.
    #[track_caller]
    #[inline]
    pub fn split(&self, separator: Option<&Owned<'py, Str>>, most: Option<usize>) -> Result<Owned<'py, List>> {
        // SAFETY: handles to strings.
        let list = unsafe { raw::unicode_split(self.raw(), separator.map(|text| text.raw()), at_most(most)) }?;
        // SAFETY: the function makes a list.
        Ok(unsafe { Owned::from_ref(self.py(), list) })
    }

    /// `self.splitlines(keep_ends)`.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(Str::new(py, "a\nb\n")?.split_lines(true)?.extract::<Vec<String>>()?, ["a\n", "b\n"]);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn split_lines(&self, keep_ends: bool) -> Result<Owned<'py, List>> {
        // SAFETY: a handle to a str.
        let list = unsafe { raw::unicode_splitlines(self.raw(), keep_ends.into()) }?;
        // SAFETY: the function makes a list.
        Ok(unsafe { Owned::from_ref(self.py(), list) })
    }

    /// `self.partition(separator)`: what is before it, the separator, and what follows.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let parts = Str::new(py, "ink=3")?.partition(&Str::new(py, "=")?)?;
    /// assert_eq!(parts.extract::<(String, String, String)>()?, ("ink".into(), "=".into(), "3".into()));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `ValueError` for an empty separator.
    #[track_caller]
    #[inline]
    pub fn partition(&self, separator: &Owned<'py, Str>) -> Result<Owned<'py, Tuple>> {
        // SAFETY: handles to strings.
        let tuple = unsafe { raw::unicode_partition(self.raw(), separator.raw()) }?;
        // SAFETY: the function makes a tuple.
        Ok(unsafe { Owned::from_ref(self.py(), tuple) })
    }

    /// `self[start:end]`; what lies beyond the text is cut off.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(Str::new(py, "inkface")?.substring(3, 99)?.to_str()?, "face");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn substring(&self, start: usize, end: usize) -> Result<Owned<'py, Str>> {
        let [start, end] = [start, end].map(|place| isize::try_from(place).unwrap_or(ALL));
        // SAFETY: a handle to a str; the function cuts at the length.
        let new = unsafe { raw::unicode_substring(self.raw(), start, end) }?;
        // SAFETY: the function makes a str.
        Ok(unsafe { Owned::from_ref(self.py(), new) })
    }

    /// `self.isidentifier()`.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert!(Str::new(py, "ink")?.is_identifier() && !Str::new(py, "3ink")?.is_identifier());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn is_identifier(&self) -> bool {
        // SAFETY: a handle to a str.
        unsafe { raw::unicode_is_identifier(self.raw()) != 0 }
    }
}

/// -1 is as often as there is.
#[inline]
fn at_most(most: Option<usize>) -> isize {
    most.map_or(-1, |most| isize::try_from(most).unwrap_or(ALL))
}
