//! `int`, `float` and `bool`.
#![expect(unsafe_code, reason = "calls the number API; a handle proves an attached thread and the type")]

use crate::err::{OverflowError, Result};
use crate::ptr::{Any, Owned};
use crate::raw;
use crate::token::Python;

use super::builtin_type;

builtin_type! {
    /// Python's `int`, of any size.
    Int, "int", raw::is_int
}
builtin_type! {
    /// Python's `float`, 64 bits.
    Float, "float", raw::is_float
}
builtin_type! {
    /// Python's `bool`.
    Bool, "bool", raw::is_bool
}

impl Int {
    /// An `int` (`PyLong_FromLongLong`).
    #[track_caller]
    pub fn from_i64(py: Python<'_>, value: i64) -> Result<Owned<'_, Int>> {
        // SAFETY: attached, by `py`.
        let new = unsafe { raw::long_from_i64(value) }?;
        // SAFETY: the function makes an int.
        Ok(unsafe { Owned::from_ref(py, new) })
    }

    /// An `int` (`PyLong_FromUnsignedLongLong`).
    #[track_caller]
    pub fn from_u64(py: Python<'_>, value: u64) -> Result<Owned<'_, Int>> {
        // SAFETY: attached, by `py`.
        let new = unsafe { raw::long_from_u64(value) }?;
        // SAFETY: the function makes an int.
        Ok(unsafe { Owned::from_ref(py, new) })
    }
}

impl Owned<'_, Int> {
    /// The value.
    ///
    /// # Errors
    /// `OverflowError` if it does not fit.
    #[track_caller]
    pub fn to_i64(&self) -> Result<i64> {
        // SAFETY: a handle to an int.
        let value = unsafe { raw::long_as_i64(self.raw()) }?;
        value.map_err(|sign| {
            OverflowError::new(if sign < 0 { "int too small for 64 bits" } else { "int too big for 64 bits" })
        })
    }

    /// The value.
    ///
    /// # Errors
    /// `OverflowError` if it is negative or does not fit.
    #[track_caller]
    pub fn to_u64(&self) -> Result<u64> {
        // SAFETY: a handle to an int.
        Ok(unsafe { raw::long_as_u64(self.raw()) }?)
    }
}

impl Float {
    /// A new `float` (`PyFloat_FromDouble`).
    #[track_caller]
    #[allow(clippy::new_ret_no_self, reason = "the type stands for the object, the value is a handle to it")]
    pub fn new(py: Python<'_>, value: f64) -> Result<Owned<'_, Float>> {
        // SAFETY: attached, by `py`.
        let new = unsafe { raw::float_from(value) }?;
        // SAFETY: the function makes a float.
        Ok(unsafe { Owned::from_ref(py, new) })
    }
}

impl Bool {
    /// `True` or `False`.
    #[track_caller]
    #[allow(clippy::new_ret_no_self, reason = "the type stands for the object, the value is a handle to it")]
    pub fn new(py: Python<'_>, value: bool) -> Result<Owned<'_, Bool>> {
        // SAFETY: attached, by `py`.
        let new = unsafe { raw::bool_from(value.into()) }?;
        // SAFETY: the function gives a bool.
        Ok(unsafe { Owned::from_ref(py, new) })
    }
}

impl<'py> Owned<'py, Any> {
    /// The value as a float, by `__float__` or `__index__` (`PyFloat_AsDouble`).
    #[track_caller]
    pub fn to_f64(&self) -> Result<f64> {
        // SAFETY: a handle: attached and alive.
        Ok(unsafe { raw::float_as_f64(self.raw()) }?)
    }

    /// The value as an `int`, by `__index__` (`PyNumber_Index`). A new reference.
    #[track_caller]
    pub fn to_index(&self) -> Result<Owned<'py, Int>> {
        // SAFETY: a handle: attached and alive.
        let int = unsafe { raw::number_index(self.raw()) }?;
        // SAFETY: `PyNumber_Index` gives an int.
        Ok(unsafe { Owned::from_ref(self.py(), int) })
    }
}
