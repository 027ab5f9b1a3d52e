//! Comparisons of any two objects.
#![expect(unsafe_code, reason = "calls the object protocol; handles prove an attached thread and live objects")]

use crate::err::Result;
use crate::object::{CompareOp, handle};
use crate::ptr::{Any, Owned};
use crate::raw;

use super::super::IntoPy;

impl<'py> Owned<'py, Any> {
    /// `self < other` and so on, as the object that the operator gives (`PyObject_RichCompare`). A new reference.
    ///
    /// # Errors
    /// `TypeError` if neither type knows how; what they raise.
    #[track_caller]
    pub fn compare(&self, other: impl IntoPy<'py>, op: CompareOp) -> Result<Owned<'py, Any>> {
        let other = other.into_py(self.py())?;
        // SAFETY: handles: attached and alive.
        let answer = unsafe { raw::object_rich_compare(self.raw(), other.raw(), op.to_c()) }?;
        Ok(handle(self.py(), answer))
    }

    /// Whether the comparison holds; identical objects are equal without being asked, as in a list's `in`
    /// (`PyObject_RichCompareBool`): so NaN equals itself here, and not for [`eq`](Owned::eq).
    ///
    /// # Errors
    /// `TypeError` if neither type knows how; what they raise.
    #[track_caller]
    pub fn compare_bool(&self, other: impl IntoPy<'py>, op: CompareOp) -> Result<bool> {
        let other = other.into_py(self.py())?;
        // SAFETY: handles: attached and alive.
        Ok(unsafe { raw::object_rich_compare_bool(self.raw(), other.raw(), op.to_c()) }?)
    }
}

macro_rules! operators {
    ($($(#[$doc:meta])* $name:ident = $op:ident;)*) => {
        impl<'py> Owned<'py, Any> { $(
            $(#[$doc])*
            ///
            /// # Errors
            /// `TypeError` if neither type knows how; what they raise, or the truth of what they give.
            #[track_caller]
            pub fn $name(&self, other: impl IntoPy<'py>) -> Result<bool> {
                let other = other.into_py(self.py())?;
                // SAFETY: handles: attached and alive.
                let answer = unsafe { raw::object_rich_compare(self.raw(), other.raw(), CompareOp::$op.to_c()) }?;
                // SAFETY: attached; a live object.
                Ok(unsafe { raw::object_is_true(answer.borrow()) }?)
            }
        )* }
    };
}
operators! {
    /// `bool(self < other)`.
    lt = Lt;
    /// `bool(self <= other)`.
    le = Le;
    /// `bool(self == other)`.
    eq = Eq;
    /// `bool(self != other)`.
    ne = Ne;
    /// `bool(self > other)`.
    gt = Gt;
    /// `bool(self >= other)`.
    ge = Ge;
}
