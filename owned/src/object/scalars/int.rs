//! `int`: made from numbers and text, read as numbers that fit.
#![expect(unsafe_code, reason = "calls the int API; a handle proves an attached thread and the type")]

use core::cmp::Ordering;

use crate::err::{OverflowError, Result, ValueError};
use crate::object::{Str, builtin_type};
use crate::ptr::{Any, Owned};
use crate::raw;
use crate::token::Python;

builtin_type! {
    /// Python's `int`, of any size. A `bool` is one too.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// use owned::types::ByteOrder;
    /// Python::attach(|py| {
    ///     let big = Int::parse(py, "0x1_0000_0000_0000_0000", 0)?;
    ///     assert!(big.to_i64().is_err());
    ///     assert_eq!(big.to_i128()?, 1 << 64);
    ///     assert_eq!(big.bit_length()?, 65);
    ///     assert_eq!(big.to_bytes(9, ByteOrder::Big, false)?, [1, 0, 0, 0, 0, 0, 0, 0, 0]);
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    Int, "int", raw::is_int
}

impl Int {
    /// An `int` (`PyLong_FromLongLong`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(Int::from_i64(py, -7)?.str()?.to_str()?, "-7");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn from_i64(py: Python<'_>, value: i64) -> Result<Owned<'_, Int>> {
        // SAFETY: attached, by `py`.
        let new = unsafe { raw::long_from_long_long(value) }?;
        // SAFETY: the function makes an int.
        Ok(unsafe { Owned::from_ref(py, new) })
    }

    /// An `int` (`PyLong_FromUnsignedLongLong`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(Int::from_u64(py, u64::MAX)?.str()?.to_str()?, "18446744073709551615");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn from_u64(py: Python<'_>, value: u64) -> Result<Owned<'_, Int>> {
        // SAFETY: attached, by `py`.
        let new = unsafe { raw::long_from_unsigned_long_long(value) }?;
        // SAFETY: the function makes an int.
        Ok(unsafe { Owned::from_ref(py, new) })
    }

    /// An `int` without what follows the point (`PyLong_FromDouble`), as `int(value)`.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(Int::from_f64(py, -7.9)?.to_i64()?, -7);
    /// assert!(Int::from_f64(py, f64::INFINITY).unwrap_err().is::<OverflowError>(py));
    /// assert!(Int::from_f64(py, f64::NAN).unwrap_err().is::<ValueError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `OverflowError` for an infinity, `ValueError` for a NaN.
    #[track_caller]
    #[inline]
    pub fn from_f64(py: Python<'_>, value: f64) -> Result<Owned<'_, Int>> {
        // SAFETY: attached, by `py`.
        let new = unsafe { raw::long_from_double(value) }?;
        // SAFETY: the function makes an int.
        Ok(unsafe { Owned::from_ref(py, new) })
    }

    /// `int(text, base)`, by Python's rules: white space around it, underscores; with base 0 a prefix such as `0x` says
    /// the base (`PyLong_FromUnicodeObject`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(Int::parse(py, "1_000", 10)?.to_i64()?, 1000);
    /// assert_eq!(Int::parse(py, "0xff", 0)?.to_i64()?, 255);
    /// assert!(Int::parse(py, "ff", 10).unwrap_err().is::<ValueError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `ValueError` if the text is no number, if the base is neither 0 nor from 2 to 36, and for decimal texts longer
    /// than `sys.get_int_max_str_digits()`.
    #[track_caller]
    #[inline]
    pub fn parse<'py>(py: Python<'py>, text: &str, base: u32) -> Result<Owned<'py, Int>> {
        let base = i32::try_from(base).ok().filter(|base| matches!(base, 0 | 2..=36));
        let base = base.ok_or_else(|| ValueError::new("int() base must be >= 2 and <= 36, or 0"))?;
        let text = Str::new(py, text)?;
        // SAFETY: attached, by `py`; a str.
        let new = unsafe { raw::long_parse(text.raw(), base) }?;
        // SAFETY: the function makes an int.
        Ok(unsafe { Owned::from_ref(py, new) })
    }
}

impl Owned<'_, Int> {
    /// The value.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(Int::from_i64(py, -7)?.to_i64()?, -7);
    /// assert!(Int::from_u64(py, u64::MAX)?.to_i64().unwrap_err().is::<OverflowError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `OverflowError` if it does not fit.
    #[track_caller]
    #[inline]
    pub fn to_i64(&self) -> Result<i64> {
        self.small().map_err(|sign| {
            OverflowError::new(if sign < 0 { "int too small for 64 bits" } else { "int too big for 64 bits" })
        })
    }

    /// The value.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(Int::from_u64(py, u64::MAX)?.to_u64()?, u64::MAX);
    /// assert!(Int::from_i64(py, -1)?.to_u64().unwrap_err().is::<OverflowError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `OverflowError` if it is negative or does not fit.
    #[track_caller]
    #[inline]
    pub fn to_u64(&self) -> Result<u64> {
        // SAFETY: a handle to an int.
        Ok(unsafe { raw::long_as_unsigned_long_long(self.raw()) }?)
    }

    /// The nearest float (`PyLong_AsDouble`). Of a subclass too it is the number inside.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(Int::from_i64(py, 7)?.to_f64()?, 7.0);
    /// assert!(Int::parse(py, &"9".repeat(400), 10)?.to_f64().unwrap_err().is::<OverflowError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `OverflowError` if it is larger than any float.
    #[track_caller]
    #[inline]
    pub fn to_f64(&self) -> Result<f64> {
        // SAFETY: a handle to an int.
        Ok(unsafe { raw::long_as_double(self.raw()) }?)
    }

    /// How it compares with 0.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert!(Int::from_i64(py, -7)?.sign().is_lt());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn sign(&self) -> Ordering {
        match self.small() {
            Ok(value) => value.cmp(&0),
            Err(sign) => sign.cmp(&0),
        }
    }

    /// The value, or the sign of one that does not fit (`PyLong_AsLongLongAndOverflow`).
    #[inline]
    pub(crate) fn small(&self) -> core::result::Result<i64, i32> {
        // SAFETY: a handle to an int.
        unsafe { raw::long_as_i64(self.raw()) }.expect("an int has a value")
    }
}

impl<'py> Owned<'py, Any> {
    /// The value as an `int`, by `__index__` (`PyNumber_Index`). A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(py.eval("True", None)?.to_index()?.to_i64()?, 1);
    /// assert!(Float::new(py, 7.0)?.to_index().unwrap_err().is::<TypeError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn to_index(&self) -> Result<Owned<'py, Int>> {
        // SAFETY: a handle: attached and alive.
        let int = unsafe { raw::number_index(self.raw()) }?;
        // SAFETY: `PyNumber_Index` gives an int.
        Ok(unsafe { Owned::from_ref(self.py(), int) })
    }
}
