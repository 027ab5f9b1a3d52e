//! The operators of one operand. Those of two take a value, and are in `convert`.
#![expect(unsafe_code, reason = "calls the number protocol; a handle proves an attached thread and a live object")]

use crate::err::Result;
use crate::ptr::{Any, Owned};
use crate::raw;

use super::super::handle;

macro_rules! unary {
    ($($(#[$doc:meta])* $name:ident = $raw:ident;)*) => {
        impl<'py> Owned<'py, Any> { $(
            $(#[$doc])*
            ///
            /// # Errors
            /// `TypeError` if the type has no such operation; what it raises.
            #[track_caller]
            #[inline]
            pub fn $name(&self) -> Result<Owned<'py, Any>> {
                // SAFETY: a handle: attached and alive.
                let result = unsafe { raw::$raw(self.raw()) }?;
                Ok(handle(self.py(), result))
            }
        )* }
    };
}
unary! {
    /// `-self` (`PyNumber_Negative`). A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(py.eval("7", None)?.neg()?.extract::<i32>()?, -7);
    /// assert!(py.none().neg().unwrap_err().is::<TypeError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    neg = number_negative;
    /// `+self` (`PyNumber_Positive`). A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(py.eval("True", None)?.pos()?.extract::<i32>()?, 1);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    pos = number_positive;
    /// `~self` (`PyNumber_Invert`). A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(py.eval("7", None)?.invert()?.extract::<i32>()?, -8);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    invert = number_invert;
    /// `abs(self)` (`PyNumber_Absolute`). A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(py.eval("-0.5", None)?.abs()?.extract::<f64>()?, 0.5);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    abs = number_absolute;
    /// `int(self)`: also of text and by `__trunc__` (`PyNumber_Long`); see [`to_index`](Owned::to_index) for numbers
    /// that are whole. A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(py.eval("'12'", None)?.to_int()?.extract::<i32>()?, 12);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    to_int = number_long;
    /// `float(self)`: also of text (`PyNumber_Float`). A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(py.eval("'0.5'", None)?.to_float()?.extract::<f64>()?, 0.5);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    to_float = number_float;
}

impl Owned<'_, Any> {
    /// Whether it offers what a number does: `__index__`, `__int__` or `__float__`, or is complex (`PyNumber_Check`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert!(Float::new(py, 0.5)?.is_number());
    /// assert!(!Str::new(py, "0.5")?.is_number());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn is_number(&self) -> bool {
        // SAFETY: a handle: attached and alive.
        unsafe { raw::number_check(self.raw()) != 0 }
    }

    /// Whether it can stand for a whole number: whether its type has `__index__` (`PyIndex_Check`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert!(Int::from_i64(py, 7)?.is_index());
    /// assert!(!Float::new(py, 7.0)?.is_index());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn is_index(&self) -> bool {
        // SAFETY: a handle: attached and alive.
        unsafe { raw::index_check(self.raw()) != 0 }
    }
}
