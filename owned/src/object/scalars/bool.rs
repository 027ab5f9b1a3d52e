//! `bool`.
#![expect(unsafe_code, reason = "calls the bool API; a handle proves an attached thread and the type")]

use crate::err::Result;
use crate::object::builtin_type;
use crate::ptr::Owned;
use crate::raw;
use crate::token::Python;

builtin_type! {
    /// Python's `bool`. It is also an `int` to Python, and downcasts to [`Int`](super::Int).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// use owned::types::{Bool, Int};
    /// Python::attach(|py| {
    ///     let yes = Bool::new(py, true)?;
    ///     assert!(yes.value());
    ///     assert_eq!(yes.into_any().downcast::<Int>()?.to_i64()?, 1);
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    Bool, "bool", raw::is_bool
}

impl Bool {
    /// `True` or `False`: a new reference to the one there is (`PyBool_FromLong`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Bool;
    /// assert!(Bool::new(py, true)?.is(&Bool::new(py, true)?)); // there is only one
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[allow(clippy::new_ret_no_self, reason = "the type stands for the object, the value is a handle to it")]
    #[inline]
    pub fn new(py: Python<'_>, value: bool) -> Result<Owned<'_, Bool>> {
        // SAFETY: attached, by `py`.
        let new = unsafe { raw::bool_from_long(value.into()) };
        // SAFETY: the function gives a bool.
        Ok(unsafe { Owned::from_ref(py, new) })
    }
}

impl Owned<'_, Bool> {
    /// Whether it is `True`. No Python code runs.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Bool;
    /// assert!(py.eval("1 < 2", None)?.downcast::<Bool>()?.value());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn value(&self) -> bool {
        // SAFETY: a handle to a bool, which is an int.
        matches!(unsafe { raw::long_as_i64(self.raw()) }, Ok(Ok(1)))
    }
}
