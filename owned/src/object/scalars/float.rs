//! `float`.
#![expect(unsafe_code, reason = "calls the float API; a handle proves an attached thread and the type")]

use crate::err::Result;
use crate::object::{Str, builtin_type};
use crate::ptr::{Any, Owned};
use crate::raw;
use crate::token::Python;

builtin_type! {
    /// Python's `float`, 64 bits. What can be asked of a number is asked of its [`value`](Owned::value), in Rust.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// Python::attach(|py| {
    ///     assert_eq!(Float::new(py, 0.5)?.value(), 0.5);
    ///     assert_eq!(Float::parse(py, " 1e3 ")?.value(), 1000.0);
    ///     assert!(Float::parse(py, "a lot").is_err()); // ValueError
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    Float, "float", raw::is_float
}

impl Float {
    /// A new `float` (`PyFloat_FromDouble`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(Float::new(py, 0.5)?.str()?.to_str()?, "0.5");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[allow(clippy::new_ret_no_self, reason = "the type stands for the object, the value is a handle to it")]
    #[inline]
    pub fn new(py: Python<'_>, value: f64) -> Result<Owned<'_, Float>> {
        // SAFETY: attached, by `py`.
        let new = unsafe { raw::float_from_double(value) }?;
        // SAFETY: the function makes a float.
        Ok(unsafe { Owned::from_ref(py, new) })
    }

    /// `float(text)`, by Python's rules: white space around it, underscores, `inf` and `nan` (`PyFloat_FromString`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(Float::parse(py, " 1_000.5 ")?.value(), 1000.5);
    /// assert!(Float::parse(py, "ink").unwrap_err().is::<ValueError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `ValueError` if the text is no number.
    #[track_caller]
    #[inline]
    pub fn parse<'py>(py: Python<'py>, text: &str) -> Result<Owned<'py, Float>> {
        let text = Str::new(py, text)?;
        // SAFETY: attached, by `py`.
        let new = unsafe { raw::float_from_string(text.raw()) }?;
        // SAFETY: the function makes a float.
        Ok(unsafe { Owned::from_ref(py, new) })
    }
}

impl Owned<'_, Float> {
    /// The value. Of a subclass too it is the number inside: no Python code runs (`PyFloat_AS_DOUBLE`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(Float::new(py, 0.5)?.value(), 0.5);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn value(&self) -> f64 {
        // SAFETY: a handle to a float.
        unsafe { raw::float_as_double_unchecked(self.raw()) }
    }
}

impl Owned<'_, Any> {
    /// The value as a float, by `__float__` or `__index__` (`PyFloat_AsDouble`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(py.eval("True", None)?.to_f64()?, 1.0);
    /// assert!(Str::new(py, "0.5")?.to_f64().unwrap_err().is::<TypeError>(py)); // a text is parsed, not converted
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn to_f64(&self) -> Result<f64> {
        // SAFETY: a handle: attached and alive.
        Ok(unsafe { raw::float_as_double(self.raw()) }?)
    }
}
