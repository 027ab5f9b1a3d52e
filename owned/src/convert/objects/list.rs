//! Lists of converted values.
#![expect(unsafe_code, reason = "calls the list API; a handle proves an attached thread and the type")]

use crate::err::Result;
use crate::object::{Dict, List, position};
use crate::ptr::{Any, Owned};
use crate::raw;
use crate::token::Python;

use super::super::IntoPy;

impl List {
    /// A new list of these values, made in one go where their number is known.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(List::new(py, ["play", "stop"])?.repr()?.to_str()?, "['play', 'stop']");
    /// assert_eq!(List::new(py, (1..4).map(|n| n * n))?.extract::<Vec<i32>>()?, [1, 4, 9]);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// What the conversion of a value raises; the values before it are released.
    #[track_caller]
    #[inline]
    #[allow(clippy::new_ret_no_self, reason = "the type stands for the object, the value is a handle to it")]
    pub fn new<'py, T: IntoPy<'py>>(py: Python<'py>, items: impl IntoIterator<Item = T>) -> Result<Owned<'py, List>> {
        List::fill(py, items.into_iter().map(|item| item.into_py(py)))
    }
}

impl<'py> Owned<'py, List> {
    /// Appends a value; the list takes its own reference (`PyList_Append`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let list = List::empty(py)?;
    /// list.append("ink")?;
    /// list.append(3)?;
    /// assert_eq!(list.repr()?.to_str()?, "['ink', 3]");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// What the conversion raises.
    #[track_caller]
    #[inline]
    pub fn append(&self, item: impl IntoPy<'py>) -> Result<()> {
        self.push(&item.into_py(self.py())?)
    }

    /// Inserts a value before `index`, at the end if the list is not that long (`PyList_Insert`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let list = List::new(py, [1, 2])?;
    /// list.insert(0, 0)?;
    /// list.insert(99, 3)?;
    /// assert_eq!(list.extract::<Vec<i32>>()?, [0, 1, 2, 3]);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// What the conversion raises.
    #[track_caller]
    pub fn insert(&self, index: usize, item: impl IntoPy<'py>) -> Result<()> {
        let item = item.into_py(self.py())?;
        let index = isize::try_from(index).unwrap_or(isize::MAX);
        // SAFETY: a handle to a list.
        Ok(unsafe { raw::list_insert(self.raw(), index, item.raw()) }?)
    }

    /// Puts a value at `index`, whose old item is released. A handle moves in: `PyList_SetItem` steals.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let list = List::new(py, [1, 2])?;
    /// list.set(1, 7)?;
    /// assert_eq!(list.extract::<Vec<i32>>()?, [1, 7]);
    /// assert!(list.set(2, 0).unwrap_err().is::<IndexError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `IndexError` past the end; what the conversion raises.
    #[track_caller]
    pub fn set(&self, index: usize, item: impl IntoPy<'py>) -> Result<()> {
        let item = item.into_py(self.py())?;
        // SAFETY: a handle to a list; the reference is given up.
        Ok(unsafe { raw::list_set_item(self.raw(), position(index)?, item.into_stolen()) }?)
    }

    /// Appends the items of any iterable (`PyList_Extend`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let list = List::new(py, [1])?;
    /// list.extend((2, 3))?;
    /// assert_eq!(list.extract::<Vec<i32>>()?, [1, 2, 3]);
    /// assert!(list.extend(4).unwrap_err().is::<TypeError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `TypeError` if it cannot be iterated over; what iterating raises: what was appended until then stays.
    #[track_caller]
    pub fn extend(&self, items: impl IntoPy<'py>) -> Result<()> {
        let items = items.into_py(self.py())?;
        // SAFETY: handles: attached, alive, a list.
        Ok(unsafe { raw::list_extend(self.raw(), items.raw()) }?)
    }

    /// `self.sort(key=key, reverse=reverse)`: by what `key` gives for each item, and backwards if `reverse`. Meanwhile
    /// the list looks empty to Python code.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let list = List::new(py, ["pear", "fig", "banana"])?;
    /// let length = py.import("builtins")?.getattr("len")?;
    /// list.sort_by(Some(&length), true)?;
    /// assert_eq!(list.extract::<Vec<String>>()?, ["banana", "pear", "fig"]);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// What `key` or comparing raises; `ValueError` if they change the list. The items are all there, in some order.
    #[track_caller]
    #[inline]
    pub fn sort_by(&self, key: Option<&Owned<'py, Any>>, reverse: bool) -> Result<()> {
        let options = Dict::empty(self.py())?;
        if let Some(key) = key {
            options.set("key", key)?;
        }
        options.set("reverse", reverse)?;
        self.getattr("sort")?.call_with((), &options).map(drop)
    }
}
