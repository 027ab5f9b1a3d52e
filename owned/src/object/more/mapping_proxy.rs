//! `types.MappingProxyType`.
#![expect(unsafe_code, reason = "calls the proxy API; a handle proves an attached thread and the type")]

use crate::err::Result;
use crate::ptr::{Owned, TypeInfo};
use crate::raw;

use crate::object::{builtin_type, exact};

builtin_type! {
    /// Python's `mappingproxy`: a live view of a mapping, which cannot change it. Every class has one as its
    /// `__dict__`. Items are read by the methods of every object, such as [`get_item`](Owned::get_item).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// use owned::types::MappingProxy;
    /// Python::attach(|py| {
    ///     let settings = Dict::new(py, [("depth", 3)])?;
    ///     let shown = MappingProxy::new(&settings)?;
    ///     settings.set("width", 5)?;
    ///     assert_eq!(shown.get_item("width")?.extract::<i64>()?, 5);
    ///     assert!(shown.set_item("width", 7).is_err());
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    MappingProxy, "mappingproxy", raw::is_mapping_proxy
}

exact! {
    MappingProxy = is_mapping_proxy; // it has no subclasses
}

impl MappingProxy {
    /// A proxy of `mapping`, of which it takes its own reference (`PyDictProxy_New`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::MappingProxy;
    /// let dict = Dict::new(py, [("ink", 3)])?;
    /// let proxy = MappingProxy::new(&dict)?;
    /// assert!(proxy.set_item("ink", 4).unwrap_err().is::<TypeError>(py)); // it can only be read
    /// dict.set("ink", 5)?;
    /// assert_eq!(proxy.get_item("ink")?.extract::<i32>()?, 5);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `TypeError` if it is no mapping, or a list or a tuple.
    #[track_caller]
    #[allow(clippy::new_ret_no_self, reason = "the type stands for the object, the value is a handle to it")]
    pub fn new<'py, T: TypeInfo>(mapping: &Owned<'py, T>) -> Result<Owned<'py, MappingProxy>> {
        // SAFETY: a handle: attached and alive.
        let proxy = unsafe { raw::dict_proxy_new(mapping.raw()) }?;
        // SAFETY: the function makes a mappingproxy.
        Ok(unsafe { Owned::from_ref(mapping.py(), proxy) })
    }
}
