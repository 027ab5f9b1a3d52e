//! The types that the items of a buffer can have.
#![expect(unsafe_code, reason = "says which types any bytes are a value of")]

use core::ffi::CStr;

use super::format::{Kind, item};

/// A type of the items of a [`Buffer`](super::Buffer): an integer, a float.
///
/// # Safety
/// Any bytes of its size are a value of the type, and it has no padding.
pub unsafe trait Element: Copy + 'static {
    /// What its values are called in messages.
    const NAME: &'static str;
    /// The format of its items, in the language of the `struct` module.
    const FORMAT: &'static CStr;

    /// Whether items of this format (PEP 3118, the language of the `struct` module) are of this type.
    fn fits(format: &CStr) -> bool;
}

macro_rules! elements {
    ($($type:ty: $kind:ident $format:literal,)*) => { $(
        // SAFETY: a number of so many bits, each combination of which is a value.
        unsafe impl Element for $type {
            const NAME: &'static str = stringify!($type);
            const FORMAT: &'static CStr = $format;

            #[inline]
            fn fits(format: &CStr) -> bool {
                item(format).is_some_and(|item| item.kind == Kind::$kind && item.size == size_of::<$type>())
            }
        }
    )* };
}

elements! {
    u8: Unsigned c"B", u16: Unsigned c"H", u32: Unsigned c"I", u64: Unsigned c"Q", usize: Unsigned c"N",
    i8: Signed c"b", i16: Signed c"h", i32: Signed c"i", i64: Signed c"q", isize: Signed c"n",
    f32: Float c"f", f64: Float c"d",
}
