//! `list`.
#![expect(unsafe_code, reason = "calls the list API; a handle proves an attached thread and the type")]

use core::ops::RangeBounds;

use crate::err::Result;
use crate::ptr::{Any, Owned, TypeInfo};
use crate::raw::{self, Filling};
use crate::token::Python;

use super::super::{builtin_type, handle};
use super::{bounds, out_of_range};

builtin_type! {
    /// Python's `list`.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// Python::attach(|py| {
    ///     let list = List::new(py, [3, 1, 2])?;
    ///     list.append(4)?;
    ///     list.sort()?;
    ///     list.del_slice(2..)?;
    ///     assert_eq!(list.extract::<Vec<i32>>()?, [1, 2]);
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    List, "list", raw::is_list
}

impl List {
    /// A new empty list (`PyList_New`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let list = List::empty(py)?;
    /// list.append("ink")?;
    /// assert_eq!(list.len(), 1);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn empty(py: Python<'_>) -> Result<Owned<'_, List>> {
        // SAFETY: attached, by `py`.
        let new = unsafe { raw::list_new(0) }?;
        // SAFETY: the function makes a list.
        Ok(unsafe { Owned::from_ref(py, new) })
    }

    /// A new list of these items. The references move in. [`List::new`](List::new) converts.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let items = vec![Str::new(py, "ink")?.into_any(), py.none()];
    /// assert_eq!(List::from_vec(py, items)?.repr()?.to_str()?, "['ink', None]");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn from_vec<'py>(py: Python<'py>, items: Vec<Owned<'py, Any>>) -> Result<Owned<'py, List>> {
        // SAFETY: attached, by `py`.
        let list = unsafe { raw::list_of(items.into_iter().map(Owned::into_ref).collect()) }?;
        // SAFETY: a list.
        Ok(unsafe { Owned::from_ref(py, list) })
    }

    /// A new list of what `items` gives, made in one go: room for the lower bound of its size hint is there from the
    /// start, and each reference moves in. While items are made, which can run any code, nobody sees the list.
    ///
    /// # Errors
    /// The first error among the items; what was made until then is released.
    #[track_caller]
    #[inline]
    pub(crate) fn fill<'py, T: TypeInfo>(
        py: Python<'py>,
        mut items: impl Iterator<Item = Result<Owned<'py, T>>>,
    ) -> Result<Owned<'py, List>> {
        // SAFETY: attached, by `py`.
        let mut filling = unsafe { Filling::list(items.size_hint().0) }?;
        let mut surplus = None;
        for item in items.by_ref() {
            if let Err(item) = filling.push(item?.into_ref()) {
                surplus = Some(item);
                break;
            }
        }
        let list = filling.into_list()?;
        if let Some(item) = surplus {
            // SAFETY: attached; a list.
            unsafe { raw::list_append(list.borrow(), item.borrow()) }?;
            drop(item);
            for item in items {
                // SAFETY: attached; a list.
                unsafe { raw::list_append(list.borrow(), item?.raw()) }?;
            }
        }
        // SAFETY: a list.
        Ok(unsafe { Owned::from_ref(py, list) })
    }
}

impl<'py> Owned<'py, List> {
    /// How many items there are.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(List::new(py, ["play", "stop"])?.len(), 2);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn len(&self) -> usize {
        // SAFETY: a handle to a list.
        unsafe { raw::list_get_size_unchecked(self.raw()) }.unsigned_abs()
    }

    /// Whether there are none.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert!(List::empty(py)?.is_empty());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The item at `index`. A new reference, since the list may change while it is held (`PyList_GetItemRef`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let list = List::new(py, ["play", "stop"])?;
    /// assert_eq!(list.get(1)?.str()?.to_str()?, "stop");
    /// assert!(list.get(2).unwrap_err().is::<IndexError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `IndexError` past the end.
    #[track_caller]
    #[inline]
    pub fn get(&self, index: usize) -> Result<Owned<'py, Any>> {
        // SAFETY: a handle to a list.
        match unsafe { raw::list_item(self.raw(), index) } {
            Some(item) => Ok(handle(self.py(), item)),
            None => Err(out_of_range("list")),
        }
    }

    /// Appends; the list takes its own reference (`PyList_Append`). [`append`](Owned::append) converts a value.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let (list, item) = (List::empty(py)?, Str::new(py, "ink")?);
    /// list.push(&item)?; // `item` stays ours
    /// assert!(list.get(0)?.is(&item));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `MemoryError`.
    #[track_caller]
    #[inline]
    pub fn push<T: TypeInfo>(&self, item: &Owned<'py, T>) -> Result<()> {
        // SAFETY: a handle to a list.
        Ok(unsafe { raw::list_append(self.raw(), item.raw()) }?)
    }

    /// `del self[index]` (`PyList_SetSlice`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let list = List::new(py, [1, 2, 3])?;
    /// list.remove(0)?;
    /// assert_eq!(list.extract::<Vec<i32>>()?, [2, 3]);
    /// assert!(list.remove(2).unwrap_err().is::<IndexError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `IndexError` past the end.
    #[track_caller]
    #[inline]
    pub fn remove(&self, index: usize) -> Result<()> {
        if index >= self.len() {
            return Err(out_of_range("list"));
        }
        self.del_slice(index..=index)
    }

    /// A new list of `self[range]` (`PyList_GetSlice`); what lies outside is left out.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let list = List::new(py, [1, 2, 3])?;
    /// assert_eq!(list.slice(1..)?.extract::<Vec<i32>>()?, [2, 3]);
    /// assert!(list.slice(7..9)?.is_empty());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `MemoryError`.
    #[track_caller]
    pub fn slice(&self, range: impl RangeBounds<usize>) -> Result<Owned<'py, List>> {
        let (low, high) = bounds(&range);
        // SAFETY: a handle to a list.
        let list = unsafe { raw::list_get_slice(self.raw(), low, high) }?;
        // SAFETY: the function makes a list.
        Ok(unsafe { Owned::from_ref(self.py(), list) })
    }

    /// `self[range] = items` (`PyList_SetSlice`); the list takes its own references.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let list = List::new(py, [1, 2, 3])?;
    /// list.set_slice(..2, &Tuple::new(py, [7])?)?;
    /// assert_eq!(list.extract::<Vec<i32>>()?, [7, 3]);
    /// assert!(list.set_slice(.., &py.none()).unwrap_err().is::<TypeError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `TypeError` if `items` cannot be iterated over; what iterating raises, before anything is replaced.
    #[track_caller]
    pub fn set_slice<T: TypeInfo>(&self, range: impl RangeBounds<usize>, items: &Owned<'py, T>) -> Result<()> {
        let (low, high) = bounds(&range);
        // SAFETY: handles: attached, alive, a list.
        Ok(unsafe { raw::list_set_slice(self.raw(), low, high, Some(items.raw())) }?)
    }

    /// `del self[range]` (`PyList_SetSlice`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let list = List::new(py, [1, 2, 3])?;
    /// list.del_slice(1..)?;
    /// assert_eq!(list.extract::<Vec<i32>>()?, [1]);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `MemoryError`.
    #[track_caller]
    pub fn del_slice(&self, range: impl RangeBounds<usize>) -> Result<()> {
        let (low, high) = bounds(&range);
        // SAFETY: a handle to a list.
        Ok(unsafe { raw::list_set_slice(self.raw(), low, high, None) }?)
    }

    /// Releases all items (`PyList_Clear`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let list = List::new(py, [1, 2, 3])?;
    /// list.clear()?;
    /// assert!(list.is_empty());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn clear(&self) -> Result<()> {
        // SAFETY: a handle to a list.
        Ok(unsafe { raw::list_clear(self.raw()) }?)
    }

    /// Sorts in place, by the items' own `<` (`PyList_Sort`). Meanwhile the list looks empty to Python code.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let list = List::new(py, [3, 1, 2])?;
    /// list.sort()?;
    /// assert_eq!(list.extract::<Vec<i32>>()?, [1, 2, 3]);
    /// list.append("ink")?;
    /// assert!(list.sort().unwrap_err().is::<TypeError>(py)); // `<` of a str and an int
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// What `__lt__` raises; `ValueError` if it changes the list. The items are all there, in some order.
    #[track_caller]
    #[inline]
    pub fn sort(&self) -> Result<()> {
        // SAFETY: a handle to a list.
        Ok(unsafe { raw::list_sort(self.raw()) }?)
    }

    /// Reverses in place (`PyList_Reverse`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let list = List::new(py, [1, 2, 3])?;
    /// list.reverse()?;
    /// assert_eq!(list.extract::<Vec<i32>>()?, [3, 2, 1]);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn reverse(&self) -> Result<()> {
        // SAFETY: a handle to a list.
        Ok(unsafe { raw::list_reverse(self.raw()) }?)
    }

    /// A shallow copy, a list also for a subclass.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let list = List::new(py, [1])?;
    /// let copy = list.copy()?;
    /// list.append(2)?;
    /// assert_eq!((list.len(), copy.len()), (2, 1));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn copy(&self) -> Result<Owned<'py, List>> {
        self.slice(..)
    }
}
