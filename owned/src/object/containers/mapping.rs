//! Mappings.
#![expect(unsafe_code, reason = "calls the mapping protocol; a handle proves an attached thread and a live object")]

use crate::err::Result;
use crate::ptr::Owned;
use crate::raw;

use super::super::builtin_type;
use super::List;

builtin_type! {
    /// What a `match` statement takes for a mapping: a `dict`, a `mappingproxy`, and what inherits from
    /// `collections.abc.Mapping` or is registered with it. Asking runs no Python code: it is a flag of the type.
    ///
    /// Items are read by the methods of every object, such as [`get_item`](Owned::get_item) and
    /// [`get_item_opt`](Owned::get_item_opt).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// use owned::types::Mapping;
    /// Python::attach(|py| {
    ///     let chain = py.import("collections")?.call_method("ChainMap", (Dict::new(py, [("a", 1)])?,))?;
    ///     let mapping = chain.downcast::<Mapping>()?;
    ///     assert_eq!((mapping.len()?, mapping.keys()?.len()), (1, 1));
    ///     assert!(mapping.get_item_opt("b")?.is_none());
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    Mapping, "mapping", raw::is_mapping
}

macro_rules! lists {
    ($($(#[$doc:meta])* $name:ident = $raw:ident;)*) => { $(
        $(#[$doc])*
        ///
        /// # Errors
        /// `AttributeError` if it has no such method, `TypeError` if that gives what cannot be iterated over; what
        /// they raise.
        #[track_caller]
        #[inline]
        pub fn $name(&self) -> Result<Owned<'py, List>> {
            // SAFETY: a handle: attached and alive.
            let list = unsafe { raw::$raw(self.raw()) }?;
            // SAFETY: the function makes a list of what the method gives.
            Ok(unsafe { Owned::from_ref(self.py(), list) })
        }
    )* };
}

impl<'py> Owned<'py, Mapping> {
    /// `len(self)` (`PyMapping_Size`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Mapping;
    /// let mapping = Dict::new(py, [("a", 1)])?.into_any().downcast::<Mapping>()?;
    /// assert_eq!(mapping.len()?, 1);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// What `__len__` raises.
    #[track_caller]
    #[inline]
    pub fn len(&self) -> Result<usize> {
        // SAFETY: a handle: attached and alive.
        Ok(unsafe { raw::mapping_size(self.raw()) }?)
    }

    /// Whether there are no keys.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Mapping;
    /// assert!(Dict::empty(py)?.into_any().downcast::<Mapping>()?.is_empty()?);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// What `__len__` raises.
    #[track_caller]
    #[inline]
    pub fn is_empty(&self) -> Result<bool> {
        Ok(self.len()? == 0)
    }

    lists! {
        /// The keys, in a new list (`PyMapping_Keys`).
        ///
        /// ```
        /// # owned::Python::initialize();
        /// # use owned::prelude::*;
        /// # Python::attach(|py| {
        /// use owned::types::Mapping;
        /// let mapping = Dict::new(py, [("a", 1)])?.into_any().downcast::<Mapping>()?;
        /// assert_eq!(mapping.keys()?.repr()?.to_str()?, "['a']");
        /// # Ok::<(), PyErr>(())
        /// # }).unwrap();
        /// ```
        keys = mapping_keys;
        /// The values, in a new list (`PyMapping_Values`).
        ///
        /// ```
        /// # owned::Python::initialize();
        /// # use owned::prelude::*;
        /// # Python::attach(|py| {
        /// use owned::types::Mapping;
        /// let mapping = Dict::new(py, [("a", 1)])?.into_any().downcast::<Mapping>()?;
        /// assert_eq!(mapping.values()?.repr()?.to_str()?, "[1]");
        /// # Ok::<(), PyErr>(())
        /// # }).unwrap();
        /// ```
        values = mapping_values;
        /// The items, tuples of a key and its value, in a new list (`PyMapping_Items`).
        ///
        /// ```
        /// # owned::Python::initialize();
        /// # use owned::prelude::*;
        /// # Python::attach(|py| {
        /// use owned::types::Mapping;
        /// let mapping = Dict::new(py, [("a", 1)])?.into_any().downcast::<Mapping>()?;
        /// assert_eq!(mapping.items()?.repr()?.to_str()?, "[('a', 1)]");
        /// # Ok::<(), PyErr>(())
        /// # }).unwrap();
        /// ```
        items = mapping_items;
    }
}
