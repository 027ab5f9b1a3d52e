//! The types that the items of a buffer can have.
#![expect(unsafe_code, reason = "says which types any bytes are a value of")]

use core::fmt;

use super::format::{Format, Kind};

/// A type of the items of a [`Buffer`](super::Buffer): an integer, a float, a [`Bool8`], an array of these, a struct of
/// them.
///
/// A struct of your own is one by `#[derive(Element)]`, if it is `#[repr(C)]` (or `#[repr(transparent)]`) and `Copy`. What
/// Python sees of it is its fields: NumPy makes a structured array of a buffer of them, in place.
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
/// use owned::types::{Buffer, Element};
///
/// #[derive(Clone, Copy, Debug, PartialEq, Element)]
/// #[repr(C)]
/// struct Sample {
///     at: u32,
///     place: [f64; 2],
/// }
///
/// Python::attach(|py| {
///     let globals = Dict::empty(py)?;
///     py.run(
///         "import ctypes as c\n\
///          class Sample(c.Structure): _fields_ = [('at', c.c_uint32), ('place', c.c_double * 2)]\n\
///          samples = (Sample * 2)((1, (0.5, 1.5)), (2, (2.5, 3.5)))",
///         Some(&globals),
///     )?;
///     let samples = Buffer::<Sample>::of(&globals.require("samples")?)?;
///     assert_eq!(samples.get(&[1])?, Sample { at: 2, place: [2.5, 3.5] });
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
///
/// `bool` and enums are none: Python writes any byte. [`Bool8`] is a byte that is true unless it is 0.
///
/// # Safety
/// Any bytes of its size are a value of the type, and [`FORMAT`](Self::FORMAT) says where its fields lie; what belongs to
/// none of them is padding.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be an item of a buffer",
    label = "not every value of these bytes is known to be a `{Self}`",
    note = "items are integers, floats, `Bool8`, arrays of them, and structs with `#[derive(Element)]`"
)]
pub unsafe trait Element: Copy + Send + Sync + 'static {
    /// What an item is made of.
    const FORMAT: &'static Format;
}

macro_rules! elements {
    ($($type:ty: $kind:ident,)*) => { $(
        // SAFETY: a number of so many bits, each combination of which is a value.
        unsafe impl Element for $type {
            const FORMAT: &'static Format = &Format::number(Kind::$kind, size_of::<$type>());
        }
    )* };
}

elements! {
    u8: Unsigned, u16: Unsigned, u32: Unsigned, u64: Unsigned, usize: Unsigned,
    i8: Signed, i16: Signed, i32: Signed, i64: Signed, isize: Signed,
    f32: Float, f64: Float,
}

// SAFETY: any bytes are items, and items lie one after another. One of no items does not compile.
unsafe impl<T: Element, const N: usize> Element for [T; N] {
    const FORMAT: &'static Format = &Format::array(T::FORMAT, N);
}

/// A truth of a buffer: one byte, true unless it is 0 (format `?`, NumPy's `bool`).
///
/// Rust's `bool` has two values, and a byte that Python may write has 256; this one takes them all.
///
/// ```
/// use owned::types::Bool8;
///
/// assert!(Bool8::new(true).get() && !Bool8::default().get());
/// assert_eq!(bool::from(Bool8::from(true)), true);
/// ```
#[derive(Clone, Copy, Default)]
#[repr(transparent)]
pub struct Bool8(u8);

// SAFETY: a byte, any of which is a value.
unsafe impl Element for Bool8 {
    const FORMAT: &'static Format = &Format::number(Kind::Bool, 1);
}

impl Bool8 {
    /// Of Rust's.
    ///
    /// ```
    /// use owned::types::Bool8;
    /// const YES: Bool8 = Bool8::new(true);
    /// assert_eq!(YES, true.into());
    /// ```
    pub const fn new(value: bool) -> Self {
        Bool8(value as u8)
    }

    /// Whether it is true.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::{Bool8, Buffer};
    /// let bytes = py.eval("memoryview(bytes([0, 1, 200])).cast('?')", None)?;
    /// let truths: Vec<bool> = Buffer::<Bool8>::of(&bytes)?.iter().map(Bool8::get).collect();
    /// assert_eq!(truths, [false, true, true]);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    pub const fn get(self) -> bool {
        self.0 != 0
    }
}

impl From<bool> for Bool8 {
    fn from(value: bool) -> Self {
        Bool8::new(value)
    }
}

impl From<Bool8> for bool {
    fn from(value: Bool8) -> Self {
        value.get()
    }
}

impl PartialEq for Bool8 {
    fn eq(&self, other: &Self) -> bool {
        self.get() == other.get()
    }
}

impl Eq for Bool8 {}

impl fmt::Debug for Bool8 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.get(), f)
    }
}
