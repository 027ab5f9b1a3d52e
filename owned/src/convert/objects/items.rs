//! Items of any object: `x[key]`, `item in x`, and what else containers have in common.
#![expect(unsafe_code, reason = "calls the object protocol; handles prove an attached thread and live objects")]

use core::panic::Location;

use crate::err::Result;
use crate::object::handle;
use crate::ptr::{Any, Owned};
use crate::raw;

use super::super::IntoPy;

impl<'py> Owned<'py, Any> {
    /// `self[key]` (`PyObject_GetItem`). A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let list = List::new(py, ["play", "stop"])?;
    /// assert_eq!(list.get_item(-1)?.str()?.to_str()?, "stop");
    /// assert!(list.get_item(2).unwrap_err().is::<IndexError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `KeyError`, `IndexError` or what else `__getitem__` raises; `TypeError` if it has no items.
    #[track_caller]
    pub fn get_item(&self, key: impl IntoPy<'py>) -> Result<Owned<'py, Any>> {
        let key = key.into_py(self.py())?;
        // SAFETY: handles: attached and alive.
        let value = unsafe { raw::object_get_item(self.raw(), key.raw()) }?;
        Ok(handle(self.py(), value))
    }

    /// `self[key]`, if it is there: if there is no `KeyError` (`PyMapping_GetOptionalItem`). A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let dict = Dict::new(py, [("ink", 3)])?;
    /// assert!(dict.get_item_opt("ink")?.is_some());
    /// assert!(dict.get_item_opt("paper")?.is_none());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// What else `__getitem__` raises; `TypeError` if it has no items.
    #[track_caller]
    pub fn get_item_opt(&self, key: impl IntoPy<'py>) -> Result<Option<Owned<'py, Any>>> {
        let key = key.into_py(self.py())?;
        // SAFETY: handles: attached and alive.
        let value = unsafe { raw::mapping_get_optional_item(self.raw(), key.raw()) }?;
        let place = Location::caller();
        // SAFETY: any object is an `Any`.
        Ok(value.map(|value| unsafe { Owned::from_ref_at(self.py(), value, place) }))
    }

    /// Whether `self[key]` is there: whether there is no `KeyError` (`PyMapping_HasKeyWithError`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let dict = Dict::new(py, [("ink", 3)])?;
    /// assert!(dict.has_key("ink")? && !dict.has_key("paper")?);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// What else `__getitem__` raises; `TypeError` if it has no items.
    #[track_caller]
    pub fn has_key(&self, key: impl IntoPy<'py>) -> Result<bool> {
        let key = key.into_py(self.py())?;
        // SAFETY: handles: attached and alive.
        Ok(unsafe { raw::mapping_has_key_with_error(self.raw(), key.raw()) }?)
    }

    /// `self[key] = value`; the container takes its own references (`PyObject_SetItem`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let list = List::new(py, [1, 2])?;
    /// list.set_item(0, "one")?;
    /// assert_eq!(list.repr()?.to_str()?, "['one', 2]");
    /// assert!(Tuple::new(py, [1])?.set_item(0, 2).unwrap_err().is::<TypeError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `TypeError` if its items cannot be set; what `__setitem__` raises.
    #[track_caller]
    pub fn set_item(&self, key: impl IntoPy<'py>, value: impl IntoPy<'py>) -> Result<()> {
        let (key, value) = (key.into_py(self.py())?, value.into_py(self.py())?);
        // SAFETY: handles: attached and alive.
        Ok(unsafe { raw::object_set_item(self.raw(), key.raw(), value.raw()) }?)
    }

    /// `del self[key]` (`PyObject_DelItem`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let dict = Dict::new(py, [("ink", 3)])?;
    /// dict.del_item("ink")?;
    /// assert!(dict.del_item("ink").unwrap_err().is::<KeyError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `TypeError` if its items cannot be deleted; what `__delitem__` raises.
    #[track_caller]
    pub fn del_item(&self, key: impl IntoPy<'py>) -> Result<()> {
        let key = key.into_py(self.py())?;
        // SAFETY: handles: attached and alive.
        Ok(unsafe { raw::object_del_item(self.raw(), key.raw()) }?)
    }

    /// `self[index] = value` of a sequence; a negative index counts from the end (`PySequence_SetItem`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let list = List::new(py, [1, 2])?.into_any();
    /// list.set_item_at(-1, 7)?;
    /// assert_eq!(list.extract::<Vec<i32>>()?, [1, 7]);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `TypeError` if it is no sequence or cannot change, `IndexError` past its ends; what `__setitem__` raises.
    #[track_caller]
    pub fn set_item_at(&self, index: isize, value: impl IntoPy<'py>) -> Result<()> {
        let value = value.into_py(self.py())?;
        // SAFETY: handles: attached and alive.
        Ok(unsafe { raw::sequence_set_item(self.raw(), index, value.raw()) }?)
    }

    /// `item in self` (`PySequence_Contains`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let list = List::new(py, ["play", "stop"])?;
    /// assert!(list.contains("stop")? && !list.contains("pause")?);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `TypeError` if it has no items; what `__contains__`, iterating, hashing or comparing raises.
    #[track_caller]
    pub fn contains(&self, item: impl IntoPy<'py>) -> Result<bool> {
        let item = item.into_py(self.py())?;
        // SAFETY: handles: attached and alive.
        Ok(unsafe { raw::sequence_contains(self.raw(), item.raw()) }?)
    }

    /// The index of the first item that equals `item` (`PySequence_Index`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let list = List::new(py, ["play", "stop"])?;
    /// assert_eq!(list.index_of("stop")?, 1);
    /// assert!(list.index_of("pause").unwrap_err().is::<ValueError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `ValueError` if there is none; `TypeError` if it has no items; what iterating or comparing raises.
    #[track_caller]
    pub fn index_of(&self, item: impl IntoPy<'py>) -> Result<usize> {
        let item = item.into_py(self.py())?;
        // SAFETY: handles: attached and alive.
        Ok(unsafe { raw::sequence_index(self.raw(), item.raw()) }?)
    }

    /// How many items equal `item` (`PySequence_Count`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(List::new(py, [1, 2, 1])?.count_of(1)?, 2);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `TypeError` if it has no items; what iterating or comparing raises.
    #[track_caller]
    pub fn count_of(&self, item: impl IntoPy<'py>) -> Result<usize> {
        let item = item.into_py(self.py())?;
        // SAFETY: handles: attached and alive.
        Ok(unsafe { raw::sequence_count(self.raw(), item.raw()) }?)
    }

    /// `self + other` of two sequences (`PySequence_Concat`). A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let both = py.eval("(1, 2)", None)?.concat(py.eval("(3,)", None)?)?;
    /// assert_eq!(both.str()?.to_str()?, "(1, 2, 3)");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `TypeError` if they cannot be joined.
    #[track_caller]
    pub fn concat(&self, other: impl IntoPy<'py>) -> Result<Owned<'py, Any>> {
        let other = other.into_py(self.py())?;
        // SAFETY: handles: attached and alive.
        let result = unsafe { raw::sequence_concat(self.raw(), other.raw()) }?;
        Ok(handle(self.py(), result))
    }

    /// `self += other` of two sequences (`PySequence_InPlaceConcat`). What it gives is the same object if that can
    /// change, else a new one.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let list = List::new(py, [1])?.into_any();
    /// assert!(list.in_place_concat([2, 3])?.is(&list));
    /// assert_eq!(list.length()?, 3);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `TypeError` if they cannot be joined; what iterating over `other` raises.
    #[track_caller]
    pub fn in_place_concat(&self, other: impl IntoPy<'py>) -> Result<Owned<'py, Any>> {
        let other = other.into_py(self.py())?;
        // SAFETY: handles: attached and alive.
        let result = unsafe { raw::sequence_in_place_concat(self.raw(), other.raw()) }?;
        Ok(handle(self.py(), result))
    }
}
