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
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let smaller = py.eval("1", None)?.compare(2, CompareOp::Lt)?;
    /// assert_eq!(smaller.str()?.to_str()?, "True");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
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
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let nan = py.eval("float('nan')", None)?;
    /// assert!(nan.compare_bool(&nan, CompareOp::Eq)?); // the same object is not asked
    /// assert!(!nan.eq(&nan)?);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
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
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert!(py.eval("1", None)?.lt(2)?);
    /// assert!(py.eval("1", None)?.lt("two").unwrap_err().is::<TypeError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    lt = Lt;
    /// `bool(self <= other)`.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert!(py.eval("2", None)?.le(2)?);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    le = Le;
    /// `bool(self == other)`.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert!(py.eval("1", None)?.eq(1.0)?);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    eq = Eq;
    /// `bool(self != other)`.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert!(py.eval("1", None)?.ne("1")?);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ne = Ne;
    /// `bool(self > other)`.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert!(py.eval("2", None)?.gt(1)?);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    gt = Gt;
    /// `bool(self >= other)`.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert!(py.eval("2", None)?.ge(2)?);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ge = Ge;
}
