//! Dicts of converted keys and values.

use crate::err::{KeyError, Result};
use crate::object::Dict;
use crate::ptr::{Any, Owned};
use crate::token::Python;

use super::super::IntoPy;

impl Dict {
    /// A new dict of these pairs; of equal keys the first is kept, with the last value.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let dict = Dict::new(py, [("a", 1), ("b", 2), ("a", 3)])?;
    /// assert_eq!(dict.repr()?.to_str()?, "{'a': 3, 'b': 2}");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// What the conversion, hashing or comparing raises.
    #[track_caller]
    #[inline]
    #[allow(clippy::new_ret_no_self, reason = "the type stands for the object, the value is a handle to it")]
    pub fn new<'py, K: IntoPy<'py>, V: IntoPy<'py>>(
        py: Python<'py>,
        pairs: impl IntoIterator<Item = (K, V)>,
    ) -> Result<Owned<'py, Dict>> {
        let dict = Dict::empty(py)?;
        for (key, value) in pairs {
            dict.put(&key.into_py(py)?, &value.into_py(py)?)?;
        }
        Ok(dict)
    }
}

impl<'py> Owned<'py, Dict> {
    /// The value of `key`, if it is there (`PyDict_GetItemRef`). A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let dict = Dict::new(py, [("ink", 3)])?;
    /// assert_eq!(dict.get("ink")?.unwrap().extract::<i32>()?, 3);
    /// assert!(dict.get("paper")?.is_none());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// What the conversion, hashing or comparing raises.
    #[track_caller]
    pub fn get(&self, key: impl IntoPy<'py>) -> Result<Option<Owned<'py, Any>>> {
        self.find(&key.into_py(self.py())?)
    }

    /// The value of `key`. A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let dict = Dict::new(py, [("ink", 3)])?;
    /// assert_eq!(dict.require("ink")?.extract::<i32>()?, 3);
    /// assert_eq!(dict.require("paper").unwrap_err().to_string(), "KeyError: 'paper'");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `KeyError` if it is not there; what the conversion, hashing or comparing raises.
    #[track_caller]
    pub fn require(&self, key: impl IntoPy<'py>) -> Result<Owned<'py, Any>> {
        let key = key.into_any(self.py())?;
        self.find(&key)?.ok_or_else(|| KeyError::of(key))
    }

    /// `self[key] = value`; the dict takes its own references (`PyDict_SetItem`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let dict = Dict::empty(py)?;
    /// dict.set("ink", 3)?;
    /// assert!(dict.set([1, 2], 3).unwrap_err().is::<TypeError>(py)); // a list has no hash
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// What the conversion, hashing or comparing raises.
    #[track_caller]
    #[inline]
    pub fn set(&self, key: impl IntoPy<'py>, value: impl IntoPy<'py>) -> Result<()> {
        self.put(&key.into_py(self.py())?, &value.into_py(self.py())?)
    }

    /// The value of `key`; if there is none, `default` is put there first, in one step (`PyDict_SetDefaultRef`). A new
    /// reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let dict = Dict::empty(py)?;
    /// let faces = dict.get_or_insert("faces", List::empty(py)?)?.downcast::<List>()?;
    /// faces.append("serif")?;
    /// assert_eq!(dict.repr()?.to_str()?, "{'faces': ['serif']}");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// What the conversion, hashing or comparing raises.
    #[track_caller]
    pub fn get_or_insert(&self, key: impl IntoPy<'py>, default: impl IntoPy<'py>) -> Result<Owned<'py, Any>> {
        self.find_or_put(&key.into_py(self.py())?, &default.into_py(self.py())?)
    }

    /// Removes `key` and gives its value, if it is there, in one step (`PyDict_Pop`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let dict = Dict::new(py, [("ink", 3)])?;
    /// assert_eq!(dict.pop("ink")?.unwrap().extract::<i32>()?, 3);
    /// assert!(dict.pop("ink")?.is_none());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// What the conversion, hashing or comparing raises.
    #[track_caller]
    pub fn pop(&self, key: impl IntoPy<'py>) -> Result<Option<Owned<'py, Any>>> {
        self.take(&key.into_py(self.py())?)
    }
}
