//! `None` and `NotImplemented`.
#![expect(unsafe_code, reason = "reads the interpreter's singletons; a token proves an attached thread")]

use crate::ptr::{Any, Owned};
use crate::raw;
use crate::token::Python;

use super::super::handle;

impl<'py> Python<'py> {
    /// `None`. A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(py.none().repr()?.to_str()?, "None");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn none(self) -> Owned<'py, Any> {
        // SAFETY: attached, by `self`.
        let none = unsafe { raw::none() };
        handle(self, none)
    }

    /// `NotImplemented`, the answer of an operator that does not know its operand. A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(py.not_implemented().repr()?.to_str()?, "NotImplemented");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn not_implemented(self) -> Owned<'py, Any> {
        // SAFETY: attached, by `self`.
        let object = unsafe { raw::not_implemented() };
        handle(self, object)
    }
}
