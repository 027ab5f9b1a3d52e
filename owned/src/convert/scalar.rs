//! Which types are numbers or texts in Python.

use core::marker::PhantomData;

/// Says of a type whether its value is a number or a text in Python: making one runs no code of anybody's, and nothing
/// can be reached from it. `Scalar::<T>::VALUE` is an inherent constant where `T` is one, and else that of [`NoScalar`].
#[derive(Debug)]
pub struct Scalar<T: ?Sized>(PhantomData<T>);

/// The answer for all other types.
pub trait NoScalar {
    /// No.
    const VALUE: bool = false;
}

impl<T: ?Sized> NoScalar for Scalar<T> {}

macro_rules! scalars {
    ($($name:ty)*) => { $(
        impl Scalar<$name> {
            /// Yes.
            pub const VALUE: bool = true;
        }
    )* };
}
scalars!(bool i8 i16 i32 i64 isize u8 u16 u32 u64 usize f32 f64 char String &str);
