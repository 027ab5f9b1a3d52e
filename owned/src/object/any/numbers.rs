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
    neg = number_negative;
    /// `+self` (`PyNumber_Positive`). A new reference.
    pos = number_positive;
    /// `~self` (`PyNumber_Invert`). A new reference.
    invert = number_invert;
    /// `abs(self)` (`PyNumber_Absolute`). A new reference.
    abs = number_absolute;
    /// `int(self)`: also of text and by `__trunc__` (`PyNumber_Long`); see [`to_index`](Owned::to_index) for numbers
    /// that are whole. A new reference.
    to_int = number_long;
    /// `float(self)`: also of text (`PyNumber_Float`). A new reference.
    to_float = number_float;
}

impl Owned<'_, Any> {
    /// Whether it offers what a number does: `__index__`, `__int__` or `__float__`, or is complex (`PyNumber_Check`).
    #[inline]
    pub fn is_number(&self) -> bool {
        // SAFETY: a handle: attached and alive.
        unsafe { raw::number_check(self.raw()) != 0 }
    }

    /// Whether it can stand for a whole number: whether its type has `__index__` (`PyIndex_Check`).
    #[inline]
    pub fn is_index(&self) -> bool {
        // SAFETY: a handle: attached and alive.
        unsafe { raw::index_check(self.raw()) != 0 }
    }
}
