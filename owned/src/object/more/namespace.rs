//! `types.SimpleNamespace`.

use crate::err::Result;
use crate::ptr::{Any, Owned};
use crate::raw;
use crate::token::Python;

use crate::object::{builtin_type, calls};

#[expect(unsafe_code, reason = "vouches for a check by name, which every operation of the handle can bear")]
mod check {
    use super::{builtin_type, raw};

    builtin_type! {
        /// A `types.SimpleNamespace`: attributes, and nothing else.
        ///
        /// ```
        /// # owned::Python::initialize();
        /// use owned::prelude::*;
        /// use owned::types::Namespace;
        ///
        /// Python::attach(|py| {
        ///     let options = Namespace::empty(py)?;
        ///     options.setattr("depth", 3)?;
        ///     assert_eq!(options.repr()?.to_str()?, "namespace(depth=3)");
        ///     Ok::<(), PyErr>(())
        /// })?;
        /// # Ok::<(), PyErr>(())
        /// ```
        Namespace, "types.SimpleNamespace", |object| raw::has_base_named(object, "types.SimpleNamespace")
    }
}
pub use check::Namespace;

impl Namespace {
    /// A new one without attributes.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Namespace;
    /// let namespace = Namespace::empty(py)?;
    /// namespace.setattr("ink", 3)?;
    /// assert_eq!(namespace.repr()?.to_str()?, "namespace(ink=3)");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn empty(py: Python<'_>) -> Result<Owned<'_, Namespace>> {
        let class: Owned<'_, Any> = py.import("types")?.getattr("SimpleNamespace")?;
        Ok(calls::call(&class, &[])?.downcast()?)
    }
}
