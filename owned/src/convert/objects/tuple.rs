//! Tuples of converted values.

use crate::err::Result;
use crate::object::Tuple;
use crate::ptr::Owned;
use crate::token::Python;

use super::super::IntoPy;

impl Tuple {
    /// A new tuple of these values, made in one go where their number is known.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(Tuple::new(py, ["a", "b"])?.repr()?.to_str()?, "('a', 'b')");
    /// assert_eq!(("ink", 3).into_py(py)?.repr()?.to_str()?, "('ink', 3)"); // of different types
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// What the conversion of a value raises; the values before it are released.
    #[track_caller]
    #[inline]
    #[allow(clippy::new_ret_no_self, reason = "the type stands for the object, the value is a handle to it")]
    pub fn new<'py, T: IntoPy<'py>>(py: Python<'py>, items: impl IntoIterator<Item = T>) -> Result<Owned<'py, Tuple>> {
        Tuple::fill(py, items.into_iter().map(|item| item.into_py(py)))
    }
}
