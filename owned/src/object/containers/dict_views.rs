//! The live views of a dict: `dict.keys()`, `dict.values()`, `dict.items()`.
#![expect(unsafe_code, reason = "calls the dict's own methods; a handle proves an attached thread and the type")]

use crate::err::Result;
use crate::ptr::{Any, Owned, TypeInfo};
use crate::raw;

use super::super::{Name, builtin_type};
use super::Dict;

builtin_type! {
    /// The live view of a dict's keys: it shows the dict as it is when it is asked. The operators of sets
    /// ([`bit_and`](Owned::bit_and) and so on) take it.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// use owned::types::{DictItems, DictKeys, DictValues};
    /// Python::attach(|py| {
    ///     let dict = Dict::new(py, [("a", 1)])?;
    ///     let (keys, values, items): (Owned<'_, DictKeys>, Owned<'_, DictValues>, Owned<'_, DictItems>) =
    ///         (dict.keys()?, dict.values()?, dict.items()?);
    ///     dict.set("b", 2)?;
    ///     assert_eq!((keys.length()?, values.length()?, items.length()?), (2, 2, 2));
    ///     assert!(keys.contains("b")? && items.contains(("b", 2))?);
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    DictKeys, "dict_keys", raw::is_dict_keys
}
builtin_type! {
    /// The live view of a dict's values: it shows the dict as it is when it is asked.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// use owned::types::DictValues;
    /// Python::attach(|py| {
    ///     let values: Owned<'_, DictValues> = Dict::new(py, [("ink", 3)])?.values()?;
    ///     assert!(values.contains(3)?);
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    DictValues, "dict_values", raw::is_dict_values
}
builtin_type! {
    /// The live view of a dict's items, which are tuples of a key and its value.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// use owned::types::DictItems;
    /// Python::attach(|py| {
    ///     let items: Owned<'_, DictItems> = Dict::new(py, [("ink", 3)])?.items()?;
    ///     assert!(items.contains(("ink", 3))?);
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    DictItems, "dict_items", raw::is_dict_items
}

impl<'py> Owned<'py, Dict> {
    /// The live view of the keys (`dict.keys`, also for a subclass that has another). A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let dict = Dict::new(py, [("a", 1)])?;
    /// let keys = dict.keys()?;
    /// dict.set("b", 2)?; // a view shows what comes later too
    /// assert_eq!(keys.repr()?.to_str()?, "dict_keys(['a', 'b'])");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn keys(&self) -> Result<Owned<'py, DictKeys>> {
        self.view("keys")
    }

    /// The live view of the values (`dict.values`, also for a subclass that has another). A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(Dict::new(py, [("a", 1)])?.values()?.repr()?.to_str()?, "dict_values([1])");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn values(&self) -> Result<Owned<'py, DictValues>> {
        self.view("values")
    }

    /// The live view of the items (`dict.items`, also for a subclass that has another). A new reference.
    /// [`pairs`](Owned::pairs) is the way to loop in Rust.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(Dict::new(py, [("a", 1)])?.items()?.repr()?.to_str()?, "dict_items([('a', 1)])");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn items(&self) -> Result<Owned<'py, DictItems>> {
        self.view("items")
    }

    #[track_caller]
    fn view<T: TypeInfo>(&self, method: &str) -> Result<Owned<'py, T>> {
        let py = self.py();
        // SAFETY: attached; `dict` itself, whose methods nobody can replace.
        let class = unsafe { raw::dict_type() };
        // SAFETY: handles: attached and alive.
        let view = method.lend(py, |name| unsafe { raw::vectorcall_method(name, &mut [class, self.raw()]) })??;
        // SAFETY: any object is an `Any`.
        let view: Owned<'py, Any> = unsafe { Owned::from_ref(py, view) };
        Ok(view.downcast()?)
    }
}
