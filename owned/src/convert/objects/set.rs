//! Sets of converted values.

use crate::err::Result;
use crate::object::{FrozenSet, Set, no_such_item};
use crate::ptr::Owned;
use crate::token::Python;

use super::super::IntoPy;

impl Set {
    /// A new set of these values.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Set;
    /// assert_eq!(Set::new(py, [1, 2, 1])?.len(), 2);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// What the conversion, hashing or comparing raises.
    #[track_caller]
    #[allow(clippy::new_ret_no_self, reason = "the type stands for the object, the value is a handle to it")]
    pub fn new<'py, T: IntoPy<'py>>(py: Python<'py>, items: impl IntoIterator<Item = T>) -> Result<Owned<'py, Set>> {
        let set = Set::empty(py)?;
        for item in items {
            set.add(item)?;
        }
        Ok(set)
    }
}

impl FrozenSet {
    /// A new frozenset of these values. It is filled as a set, so that nobody can see it before it is whole.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::FrozenSet;
    /// let set = FrozenSet::new(py, ["ink"])?;
    /// assert!(set.contains("ink")?);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// What the conversion, hashing or comparing raises.
    #[track_caller]
    #[allow(clippy::new_ret_no_self, reason = "the type stands for the object, the value is a handle to it")]
    pub fn new<'py, T: IntoPy<'py>>(
        py: Python<'py>,
        items: impl IntoIterator<Item = T>,
    ) -> Result<Owned<'py, FrozenSet>> {
        FrozenSet::of(&Set::new(py, items)?)
    }
}

impl<'py> Owned<'py, Set> {
    /// Adds a value, if nothing equal is there (`PySet_Add`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Set;
    /// let set = Set::empty(py)?;
    /// set.add("ink")?;
    /// assert!(set.contains("ink")?);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// What the conversion, hashing or comparing raises.
    #[track_caller]
    pub fn add(&self, item: impl IntoPy<'py>) -> Result<()> {
        self.put_item(&item.into_py(self.py())?)
    }

    /// Removes what equals `item`; whether there was such (`PySet_Discard`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Set;
    /// let set = Set::new(py, ["ink"])?;
    /// assert!(set.discard("ink")?);
    /// assert!(!set.discard("ink")?);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// What the conversion, hashing or comparing raises.
    #[track_caller]
    pub fn discard(&self, item: impl IntoPy<'py>) -> Result<bool> {
        self.discard_item(&item.into_py(self.py())?)
    }

    /// Removes what equals `item`.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Set;
    /// let set = Set::new(py, ["ink"])?;
    /// set.remove("ink")?;
    /// assert!(set.remove("ink").unwrap_err().is::<KeyError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `KeyError` if there is no such; what the conversion, hashing or comparing raises.
    #[track_caller]
    pub fn remove(&self, item: impl IntoPy<'py>) -> Result<()> {
        let item = item.into_any(self.py())?;
        if self.discard_item(&item)? { Ok(()) } else { Err(no_such_item(&item)) }
    }
}
