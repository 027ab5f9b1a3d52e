//! The conversions of popular crates, a file and a feature for each.

#[cfg(feature = "anyhow")]
mod anyhow;
#[cfg(feature = "bytes")]
mod bytes;
#[cfg(any(feature = "chrono", feature = "jiff"))]
mod calendar;
#[cfg(feature = "chrono")]
mod chrono;
#[cfg(feature = "eyre")]
mod eyre;
#[cfg(any(feature = "jiff", feature = "rust_decimal", feature = "uuid"))]
mod imported;
#[cfg(feature = "indexmap")]
mod indexmap;
#[cfg(feature = "jiff")]
mod jiff;
#[cfg(feature = "num-bigint")]
mod num_bigint;
#[cfg(feature = "num-complex")]
mod num_complex;
#[cfg(any(feature = "anyhow", feature = "eyre"))]
mod reports;
#[cfg(feature = "rust_decimal")]
mod rust_decimal;
#[cfg(feature = "serde")]
pub mod serde;
#[cfg(feature = "smallvec")]
mod smallvec;
#[cfg(feature = "uuid")]
mod uuid;

/// Values become what references to them do.
#[cfg(any(
    feature = "chrono",
    feature = "jiff",
    feature = "num-bigint",
    feature = "num-complex",
    feature = "rust_decimal",
    feature = "uuid"
))]
macro_rules! by_value {
    ($($value:ty => $target:ty;)*) => { $(
        impl<'py> crate::convert::IntoPy<'py> for $value {
            type Target = $target;
            const GIVES: crate::ptr::TypeHint = <&$value as crate::convert::IntoPy<'py>>::GIVES;

            #[track_caller]
            #[inline]
            fn into_py(self, py: crate::token::Python<'py>) -> crate::err::Result<crate::ptr::Owned<'py, $target>> {
                (&self).into_py(py)
            }
        }
    )* };
}
#[cfg(any(
    feature = "chrono",
    feature = "jiff",
    feature = "num-bigint",
    feature = "num-complex",
    feature = "rust_decimal",
    feature = "uuid"
))]
use by_value;
