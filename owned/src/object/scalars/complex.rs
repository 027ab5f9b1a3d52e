//! `complex`.
#![expect(unsafe_code, reason = "calls the complex API; a handle proves an attached thread and the type")]

use crate::err::Result;
use crate::object::builtin_type;
use crate::ptr::Owned;
use crate::raw;
use crate::token::Python;

builtin_type! {
    /// Python's `complex`: two floats.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// use owned::types::Complex;
    /// Python::attach(|py| {
    ///     let z = Complex::new(py, 3.0, -4.0)?;
    ///     assert_eq!((z.real(), z.imag(), z.abs()), (3.0, -4.0, 5.0));
    ///     assert_eq!(format!("{z:?}"), "(3-4j)");
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    Complex, "complex", raw::is_complex
}

impl Complex {
    /// A new `complex` (`PyComplex_FromDoubles`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Complex;
    /// assert_eq!(Complex::new(py, 3.0, -4.0)?.str()?.to_str()?, "(3-4j)");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[allow(clippy::new_ret_no_self, reason = "the type stands for the object, the value is a handle to it")]
    #[inline]
    pub fn new(py: Python<'_>, real: f64, imag: f64) -> Result<Owned<'_, Complex>> {
        // SAFETY: attached, by `py`.
        let new = unsafe { raw::complex_from_doubles(real, imag) }?;
        // SAFETY: the function makes a complex.
        Ok(unsafe { Owned::from_ref(py, new) })
    }
}

impl Owned<'_, Complex> {
    /// The real part. Of a subclass too it is the number inside: no Python code runs (`PyComplex_RealAsDouble`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(owned::types::Complex::new(py, 3.0, -4.0)?.real(), 3.0);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn real(&self) -> f64 {
        // SAFETY: a handle to a complex.
        unsafe { raw::complex_real_as_double(self.raw()) }.expect("a complex has a real part")
    }

    /// The imaginary part, likewise (`PyComplex_ImagAsDouble`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(owned::types::Complex::new(py, 3.0, -4.0)?.imag(), -4.0);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn imag(&self) -> f64 {
        // SAFETY: a handle to a complex.
        unsafe { raw::complex_imag_as_double(self.raw()) }.expect("a complex has an imaginary part")
    }

    /// The distance from 0; infinite where Python's `abs` would raise `OverflowError`.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(owned::types::Complex::new(py, 3.0, -4.0)?.abs(), 5.0);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn abs(&self) -> f64 {
        self.real().hypot(self.imag())
    }
}
