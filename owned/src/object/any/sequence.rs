//! The sequence protocol, as far as it takes no value: items by their number, slices, repetition, copies.
#![expect(unsafe_code, reason = "calls the sequence protocol; a handle proves an attached thread and a live object")]

use core::ops::RangeBounds;

use crate::err::Result;
use crate::ptr::{Any, Owned, TypeInfo};
use crate::raw;

use super::super::containers::bounds;
use super::super::{List, Tuple, handle};

impl<'py> Owned<'py, Any> {
    /// `self[index]` of a sequence; a negative index counts from the end (`PySequence_GetItem`). A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let text = Str::new(py, "ink")?;
    /// assert_eq!(text.item_at(-1)?.str()?.to_str()?, "k");
    /// assert!(text.item_at(3).unwrap_err().is::<IndexError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `TypeError` if it is no sequence, `IndexError` past its ends; what `__getitem__` and `__len__` raise.
    #[track_caller]
    #[inline]
    pub fn item_at(&self, index: isize) -> Result<Owned<'py, Any>> {
        // SAFETY: a handle: attached and alive.
        let item = unsafe { raw::sequence_get_item(self.raw(), index) }?;
        Ok(handle(self.py(), item))
    }

    /// `del self[index]` of a sequence; a negative index counts from the end (`PySequence_DelItem`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let list = List::new(py, [1, 2, 3])?;
    /// list.del_item_at(-1)?;
    /// assert_eq!(list.extract::<Vec<i32>>()?, [1, 2]);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `TypeError` if it is no sequence or cannot change, `IndexError` past its ends; what `__delitem__` raises.
    #[track_caller]
    #[inline]
    pub fn del_item_at(&self, index: isize) -> Result<()> {
        // SAFETY: a handle: attached and alive.
        Ok(unsafe { raw::sequence_del_item(self.raw(), index) }?)
    }

    /// `self[range]` (`PySequence_GetSlice`): what lies outside is left out. A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(Str::new(py, "inkface")?.item_slice(3..)?.str()?.to_str()?, "face");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `TypeError` if it has no slices; what `__getitem__` raises.
    #[track_caller]
    pub fn item_slice(&self, range: impl RangeBounds<usize>) -> Result<Owned<'py, Any>> {
        let (low, high) = bounds(&range);
        // SAFETY: a handle: attached and alive.
        let slice = unsafe { raw::sequence_get_slice(self.raw(), low, high) }?;
        Ok(handle(self.py(), slice))
    }

    /// `self[range] = items` (`PySequence_SetSlice`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let list = List::new(py, [1, 2, 3])?;
    /// list.set_item_slice(1.., &Tuple::new(py, [7])?)?;
    /// assert_eq!(list.extract::<Vec<i32>>()?, [1, 7]);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `TypeError` if it cannot change; what `__setitem__` or iterating over `items` raises.
    #[track_caller]
    pub fn set_item_slice<T: TypeInfo>(&self, range: impl RangeBounds<usize>, items: &Owned<'py, T>) -> Result<()> {
        let (low, high) = bounds(&range);
        // SAFETY: handles: attached and alive.
        Ok(unsafe { raw::sequence_set_slice(self.raw(), low, high, items.raw()) }?)
    }

    /// `del self[range]` (`PySequence_DelSlice`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let list = List::new(py, [1, 2, 3])?;
    /// list.del_item_slice(..2)?;
    /// assert_eq!(list.extract::<Vec<i32>>()?, [3]);
    /// assert!(Tuple::new(py, [1])?.del_item_slice(..).unwrap_err().is::<TypeError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `TypeError` if it cannot change; what `__delitem__` raises.
    #[track_caller]
    pub fn del_item_slice(&self, range: impl RangeBounds<usize>) -> Result<()> {
        let (low, high) = bounds(&range);
        // SAFETY: a handle: attached and alive.
        Ok(unsafe { raw::sequence_del_slice(self.raw(), low, high) }?)
    }

    /// `self * count` of a sequence (`PySequence_Repeat`). A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(Str::new(py, "ab")?.repeat(2)?.str()?.to_str()?, "abab");
    /// assert!(Dict::empty(py)?.repeat(2).unwrap_err().is::<TypeError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `TypeError` if it cannot be repeated, `MemoryError` if the result would be too long.
    #[track_caller]
    #[inline]
    pub fn repeat(&self, count: usize) -> Result<Owned<'py, Any>> {
        // SAFETY: a handle: attached and alive.
        let result = unsafe { raw::sequence_repeat(self.raw(), isize::try_from(count).unwrap_or(isize::MAX)) }?;
        Ok(handle(self.py(), result))
    }

    /// `self *= count` of a sequence (`PySequence_InPlaceRepeat`). What it gives is the same object if that can change,
    /// else a new one.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let list = List::new(py, [1])?;
    /// assert!(list.in_place_repeat(3)?.is(&list));
    /// assert_eq!(list.len(), 3);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// As for [`repeat`](Owned::repeat).
    #[track_caller]
    #[inline]
    pub fn in_place_repeat(&self, count: usize) -> Result<Owned<'py, Any>> {
        let count = isize::try_from(count).unwrap_or(isize::MAX);
        // SAFETY: a handle: attached and alive.
        let result = unsafe { raw::sequence_in_place_repeat(self.raw(), count) }?;
        Ok(handle(self.py(), result))
    }

    /// `list(self)`: a new list of its items (`PySequence_List`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(py.eval("range(3)", None)?.to_list()?.extract::<Vec<i32>>()?, [0, 1, 2]);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `TypeError` if it cannot be iterated over; what iterating raises.
    #[track_caller]
    #[inline]
    pub fn to_list(&self) -> Result<Owned<'py, List>> {
        // SAFETY: a handle: attached and alive.
        let list = unsafe { raw::sequence_list(self.raw()) }?;
        // SAFETY: the function makes a list.
        Ok(unsafe { Owned::from_ref(self.py(), list) })
    }

    /// `tuple(self)`: a tuple of its items, itself if it is one (`PySequence_Tuple`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let tuple = py.eval("range(3)", None)?.to_tuple()?;
    /// assert_eq!(tuple.repr()?.to_str()?, "(0, 1, 2)");
    /// assert!(tuple.to_tuple()?.is(&tuple));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `TypeError` if it cannot be iterated over; what iterating raises.
    #[track_caller]
    #[inline]
    pub fn to_tuple(&self) -> Result<Owned<'py, Tuple>> {
        // SAFETY: a handle: attached and alive.
        let tuple = unsafe { raw::sequence_tuple(self.raw()) }?;
        // SAFETY: the function gives a tuple.
        Ok(unsafe { Owned::from_ref(self.py(), tuple) })
    }
}
