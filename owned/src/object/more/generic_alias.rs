//! `types.GenericAlias`.
#![expect(unsafe_code, reason = "calls the alias API; a handle proves an attached thread and the type")]

use crate::err::Result;
use crate::ptr::{Any, Owned, TypeInfo};
use crate::raw;

use crate::object::{Tuple, builtin_type};

builtin_type! {
    /// A generic type with its parameters, such as `list[int]`: what `__class_getitem__` returns.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// use owned::types::GenericAlias;
    /// Python::attach(|py| {
    ///     let builtins = py.import("builtins")?;
    ///     let alias = GenericAlias::new(&builtins.getattr("list")?, &builtins.getattr("int")?)?;
    ///     assert_eq!(alias.repr()?.to_str()?, "list[int]");
    ///     assert!(alias.origin()?.is(&builtins.getattr("list")?));
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    GenericAlias, "types.GenericAlias", raw::is_generic_alias
}

impl GenericAlias {
    /// `origin[parameters]`, where a tuple is several parameters (`Py_GenericAlias`). It takes its own references.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::GenericAlias;
    /// let alias = GenericAlias::new(&py.eval("dict", None)?, &py.eval("(str, int)", None)?)?;
    /// assert_eq!(alias.repr()?.to_str()?, "dict[str, int]");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `MemoryError`. Neither is checked.
    #[track_caller]
    #[allow(clippy::new_ret_no_self, reason = "the type stands for the object, the value is a handle to it")]
    pub fn new<'py, T: TypeInfo, U: TypeInfo>(
        origin: &Owned<'py, T>,
        parameters: &Owned<'py, U>,
    ) -> Result<Owned<'py, GenericAlias>> {
        // SAFETY: handles: attached and alive.
        let alias = unsafe { raw::generic_alias(origin.raw(), parameters.raw()) }?;
        // SAFETY: the function makes a generic alias.
        Ok(unsafe { Owned::from_ref(origin.py(), alias) })
    }
}

impl<'py> Owned<'py, GenericAlias> {
    /// The type without its parameters: `list` of `list[int]`. A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::GenericAlias;
    /// let alias = py.eval("list[int]", None)?.downcast::<GenericAlias>()?;
    /// assert!(alias.origin()?.is(&py.eval("list", None)?));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// What a property of a subclass raises.
    #[track_caller]
    #[inline]
    pub fn origin(&self) -> Result<Owned<'py, Any>> {
        self.getattr("__origin__")
    }

    /// The parameters, a tuple. A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::GenericAlias;
    /// let alias = py.eval("list[int]", None)?.downcast::<GenericAlias>()?;
    /// assert_eq!(alias.parameters()?.repr()?.to_str()?, "(<class 'int'>,)");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// What a property of a subclass raises, or `TypeError` if it gives no tuple.
    #[track_caller]
    #[inline]
    pub fn parameters(&self) -> Result<Owned<'py, Tuple>> {
        Ok(self.getattr("__args__")?.downcast()?)
    }
}
