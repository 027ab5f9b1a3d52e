//! `dict`.
#![expect(unsafe_code, reason = "calls the dict API; a handle proves an attached thread and the type")]

use core::panic::Location;

use crate::err::Result;
use crate::ptr::{Any, Owned, TypeInfo};
use crate::raw;
use crate::token::Python;

use super::super::{builtin_type, handle};

builtin_type! {
    /// Python's `dict`.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// Python::attach(|py| {
    ///     let ages = Dict::new(py, [("Ada", 36), ("Emmy", 53)])?;
    ///     ages.set("Grace", 85)?;
    ///     assert_eq!(ages.pop("Ada")?.unwrap().extract::<i64>()?, 36);
    ///     let mut sum = 0;
    ///     for pair in ages.pairs() {
    ///         let (_name, age) = pair?; // an error if the dict was changed meanwhile
    ///         sum += age.extract::<i64>()?;
    ///     }
    ///     assert_eq!(sum, 138);
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    Dict, "dict", raw::is_dict
}

impl Dict {
    /// A new empty dict (`PyDict_New`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let dict = Dict::empty(py)?;
    /// assert!(dict.is_empty());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn empty(py: Python<'_>) -> Result<Owned<'_, Dict>> {
        // SAFETY: attached, by `py`.
        let new = unsafe { raw::dict_new() }?;
        // SAFETY: the function makes a dict.
        Ok(unsafe { Owned::from_ref(py, new) })
    }
}

impl<'py> Owned<'py, Dict> {
    /// How many keys there are.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(Dict::new(py, [("a", 1), ("b", 2)])?.len(), 2);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn len(&self) -> usize {
        // SAFETY: a handle to a dict.
        unsafe { raw::dict_used(self.raw()) }
    }

    /// Whether there are none.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert!(Dict::empty(py)?.is_empty());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The value of `key`, if it is there. A new reference (`PyDict_GetItemRef`). [`get`](Owned::get) converts a key.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let ink = Str::new(py, "ink")?;
    /// let dict = Dict::new(py, [("ink", 3)])?;
    /// assert!(dict.find(&ink)?.is_some());
    /// assert!(dict.find(&List::empty(py)?).is_err()); // a list cannot be hashed
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// What hashing or comparing the key raises.
    #[track_caller]
    pub fn find<K: TypeInfo>(&self, key: &Owned<'py, K>) -> Result<Option<Owned<'py, Any>>> {
        // SAFETY: a handle to a dict.
        let value = unsafe { raw::dict_get_item_ref(self.raw(), key.raw()) }?;
        let place = Location::caller();
        // SAFETY: any object is an `Any`.
        Ok(value.map(|value| unsafe { Owned::from_ref_at(self.py(), value, place) }))
    }

    /// `self[key] = value`; the dict takes its own references: `PyDict_SetItem` does *not* steal.
    /// [`set`](Owned::set) converts a key and a value.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let (key, value) = (Str::new(py, "ink")?, Int::from_i64(py, 3)?);
    /// let dict = Dict::empty(py)?;
    /// dict.put(&key, &value)?; // both handles stay ours
    /// assert_eq!(dict.repr()?.to_str()?, "{'ink': 3}");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// What hashing or comparing the key raises.
    #[track_caller]
    #[inline]
    pub fn put<K: TypeInfo, V: TypeInfo>(&self, key: &Owned<'py, K>, value: &Owned<'py, V>) -> Result<()> {
        // SAFETY: a handle to a dict.
        Ok(unsafe { raw::dict_set_item(self.raw(), key.raw(), value.raw()) }?)
    }

    /// The value of `key`; if there is none, `default` is put there first, in one step (`PyDict_SetDefaultRef`). A new
    /// reference. [`get_or_insert`](Owned::get_or_insert) converts a key and a default.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let (key, zero) = (Str::new(py, "ink")?, Int::from_i64(py, 0)?);
    /// let dict = Dict::empty(py)?;
    /// let value = dict.find_or_put(&key, &zero)?;
    /// assert!(value.is(&zero) && dict.has(&key)?);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// What hashing or comparing the key raises.
    #[track_caller]
    pub fn find_or_put<K: TypeInfo, V: TypeInfo>(
        &self,
        key: &Owned<'py, K>,
        default: &Owned<'py, V>,
    ) -> Result<Owned<'py, Any>> {
        // SAFETY: a handle to a dict.
        let value = unsafe { raw::dict_set_default_ref(self.raw(), key.raw(), default.raw()) }?;
        let value = value.expect("there is a value unless the call failed");
        Ok(handle(self.py(), value))
    }

    /// Removes `key` and gives its value, if it is there, in one step (`PyDict_Pop`). [`pop`](Owned::pop) converts a
    /// key.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let key = Str::new(py, "ink")?;
    /// let dict = Dict::new(py, [("ink", 3)])?;
    /// assert_eq!(dict.take(&key)?.unwrap().extract::<i32>()?, 3);
    /// assert!(dict.take(&key)?.is_none());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// What hashing or comparing the key raises.
    #[track_caller]
    pub fn take<K: TypeInfo>(&self, key: &Owned<'py, K>) -> Result<Option<Owned<'py, Any>>> {
        // SAFETY: a handle to a dict.
        let value = unsafe { raw::dict_pop(self.raw(), key.raw()) }?;
        let place = Location::caller();
        // SAFETY: any object is an `Any`.
        Ok(value.map(|value| unsafe { Owned::from_ref_at(self.py(), value, place) }))
    }

    /// `del self[key]`. [`del_item`](Owned::del_item) converts a key.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let key = Str::new(py, "ink")?;
    /// let dict = Dict::new(py, [("ink", 3)])?;
    /// dict.remove(&key)?;
    /// assert_eq!(dict.remove(&key).unwrap_err().to_string(), "KeyError: 'ink'");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `KeyError` if there is no such key; what hashing or comparing it raises.
    #[track_caller]
    pub fn remove<K: TypeInfo>(&self, key: &Owned<'py, K>) -> Result<()> {
        // SAFETY: a handle to a dict.
        Ok(unsafe { raw::dict_del_item(self.raw(), key.raw()) }?)
    }

    /// `key in self`. [`contains`](Owned::contains) converts a key.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let dict = Dict::new(py, [("ink", 3)])?;
    /// assert!(dict.has(&Str::new(py, "ink")?)?);
    /// assert!(!dict.has(&Str::new(py, "paper")?)?);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// What hashing or comparing the key raises.
    #[track_caller]
    pub fn has<K: TypeInfo>(&self, key: &Owned<'py, K>) -> Result<bool> {
        // SAFETY: a handle to a dict.
        Ok(unsafe { raw::dict_contains(self.raw(), key.raw()) }?)
    }

    /// Puts everything of a mapping into the dict, over what has the same keys (`PyDict_Update`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let dict = Dict::new(py, [("a", 1), ("b", 2)])?;
    /// dict.update(&Dict::new(py, [("b", 20), ("c", 30)])?)?;
    /// assert_eq!(dict.repr()?.to_str()?, "{'a': 1, 'b': 20, 'c': 30}");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `AttributeError` if it is no mapping; what its methods, hashing or comparing raise. What was put until then
    /// stays.
    #[track_caller]
    pub fn update<T: TypeInfo>(&self, mapping: &Owned<'py, T>) -> Result<()> {
        // SAFETY: handles: attached, alive, a dict.
        Ok(unsafe { raw::dict_update(self.raw(), mapping.raw()) }?)
    }

    /// Puts into the dict what of a mapping has other keys (`PyDict_Merge`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let dict = Dict::new(py, [("a", 1), ("b", 2)])?;
    /// dict.update_missing(&Dict::new(py, [("b", 20), ("c", 30)])?)?;
    /// assert_eq!(dict.repr()?.to_str()?, "{'a': 1, 'b': 2, 'c': 30}");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// As for [`update`](Owned::update).
    #[track_caller]
    pub fn update_missing<T: TypeInfo>(&self, mapping: &Owned<'py, T>) -> Result<()> {
        // SAFETY: handles: attached, alive, a dict.
        Ok(unsafe { raw::dict_merge(self.raw(), mapping.raw(), 0) }?)
    }

    /// Puts the pairs that iterating over `pairs` gives into the dict (`PyDict_MergeFromSeq2`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let dict = Dict::empty(py)?;
    /// dict.update_from_pairs(&List::new(py, [("a", 1), ("b", 2)])?)?;
    /// assert_eq!(dict.repr()?.to_str()?, "{'a': 1, 'b': 2}");
    /// assert!(dict.update_from_pairs(&List::new(py, [1])?).is_err()); // no pair
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `TypeError` or `ValueError` for what is no pair; what iterating, hashing or comparing raises. What was put until
    /// then stays.
    #[track_caller]
    pub fn update_from_pairs<T: TypeInfo>(&self, pairs: &Owned<'py, T>) -> Result<()> {
        // SAFETY: handles: attached, alive, a dict.
        Ok(unsafe { raw::dict_merge_from_seq2(self.raw(), pairs.raw(), 1) }?)
    }

    /// Releases all keys and values (`PyDict_Clear`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let dict = Dict::new(py, [("a", 1)])?;
    /// dict.clear();
    /// assert!(dict.is_empty());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn clear(&self) {
        // SAFETY: a handle to a dict.
        unsafe { raw::dict_clear(self.raw()) }
    }

    /// A shallow copy, a dict also for a subclass (`PyDict_Copy`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let dict = Dict::new(py, [("a", 1)])?;
    /// let copy = dict.copy()?;
    /// dict.clear();
    /// assert_eq!(copy.len(), 1);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `MemoryError`.
    #[track_caller]
    #[inline]
    pub fn copy(&self) -> Result<Owned<'py, Dict>> {
        // SAFETY: a handle to a dict.
        let dict = unsafe { raw::dict_copy(self.raw()) }?;
        // SAFETY: the function makes a dict.
        Ok(unsafe { Owned::from_ref(self.py(), dict) })
    }
}
