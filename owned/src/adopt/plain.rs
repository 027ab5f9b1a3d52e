//! Fields that are no objects.
#![expect(unsafe_code, reason = "reads and writes memory that C code shares")]

use core::cell::UnsafeCell;

use crate::token::Python;

use super::{CField, sealed};

/// A number or a pointer in a struct of C's, which C code reads and writes too.
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
/// use owned::adopt::PlainField;
/// Python::attach(|py| {
///     let mut hits = 3_isize; // in a struct of C's
///     // SAFETY: the field is there for as long as `field` is used, and C leaves it alone meanwhile.
///     let field: &PlainField<isize> = unsafe { &*(&raw mut hits).cast() };
///     field.set(py, field.get(py) + 1);
///     assert_eq!(field.get(py), 4);
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
#[repr(transparent)]
pub struct PlainField<T: Plain>(UnsafeCell<T>);

/// A value of which any bits are one, as C may write them: an integer, a float, a raw pointer, or an array of these. A `bool`
/// or a `char` is none; in C's struct they are a `u8`, a `c_char` or a `u32`.
///
/// ```
/// use owned::adopt::Plain;
///
/// fn zeroed<T: Plain>() -> T {
///     // SAFETY: any bits are a value, says the trait.
///     unsafe { std::mem::zeroed() }
/// }
/// assert_eq!(zeroed::<[i32; 2]>(), [0, 0]);
/// assert!(zeroed::<*const u8>().is_null());
/// ```
///
/// # Safety
/// Any initialised memory of the size of the type is a value of it.
#[diagnostic::on_unimplemented(
    message = "C may leave something in the field that is no `{Self}`",
    label = "not every memory is one",
    note = "write what C has there: an integer (`u8` for a `bool`), a float, a raw pointer, or an array of these"
)]
pub unsafe trait Plain: Copy + 'static {}

macro_rules! plain {
    ($($number:ty)*) => {
        $(
            // SAFETY: every bit pattern is a number.
            unsafe impl Plain for $number {}
        )*
    };
}

plain! { i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f32 f64 }

// SAFETY: a raw pointer may be anything; who follows it says more.
unsafe impl<T: 'static> Plain for *const T {}
// SAFETY: as above.
unsafe impl<T: 'static> Plain for *mut T {}
// SAFETY: every item is a value.
unsafe impl<T: Plain, const N: usize> Plain for [T; N] {}

impl<T: Plain> sealed::Sealed for PlainField<T> {}
impl<T: Plain> CField for PlainField<T> {}

// SAFETY: reached with the token only, so by one thread at a time: a module that adopts a type asks for the GIL. What a pointer
// leads to is reached by `unsafe` code alone.
unsafe impl<T: Plain> Send for PlainField<T> {}
// SAFETY: as above.
unsafe impl<T: Plain> Sync for PlainField<T> {}

impl<T: Plain> PlainField<T> {
    /// What is there now.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::adopt::PlainField;
    /// let mut hits = 3_isize; // in a struct of C's
    /// // SAFETY: the field is there for as long as it is used, and C leaves it alone meanwhile.
    /// let field: &PlainField<isize> = unsafe { &*(&raw mut hits).cast() };
    /// assert_eq!(field.get(py), 3);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn get(&self, _: Python<'_>) -> T {
        // SAFETY: within a live object, initialised by C; nobody else writes while this thread is attached and here.
        unsafe { *self.0.get() }
    }

    /// Writes another value. C finds it as its own code would have left it.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::adopt::PlainField;
    /// let mut hits = 3_isize; // in a struct of C's
    /// // SAFETY: the field is there for as long as it is used, and C leaves it alone meanwhile.
    /// let field: &PlainField<isize> = unsafe { &*(&raw mut hits).cast() };
    /// field.set(py, 4);
    /// assert_eq!(hits, 4);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn set(&self, _: Python<'_>, value: T) {
        // SAFETY: as in `get`; nobody has a reference to the value.
        unsafe { *self.0.get() = value }
    }
}
