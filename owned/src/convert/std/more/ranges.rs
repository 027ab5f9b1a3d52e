//! Ranges of integers: Python's `range`, which is, as here, the integers from one to another. (A `slice` is none: its
//! ends may be absent or count from the end of what it is used on.)
#![expect(unsafe_code, reason = "calls the type; a token proves an attached thread")]

use core::ops::RangeInclusive;

use super::super::ints::{Limits, limits};
use crate::convert::{FromPy, IntoPy};
use crate::err::{Result, ValueError};
use crate::object::Range;
use crate::ptr::{Any, Borrowed, Owned, TypeHint};
use crate::raw;
use crate::token::Python;

/// The ends of a `range` with step 1.
#[track_caller]
#[inline]
fn ends<'py>(object: Borrowed<'_, 'py, Any>) -> Result<[Owned<'py, Any>; 2]> {
    let range = object.downcast::<Range>()?;
    if range.step()?.extract::<i64>().ok() != Some(1) {
        return Err(ValueError::new(format!("expected a range with step 1, got {:?}", *object)));
    }
    Ok([range.start()?, range.stop()?])
}

#[track_caller]
fn end<'py, T: for<'x> FromPy<'x, 'py>>(end: &Owned<'py, Any>, name: &str) -> Result<T> {
    T::from_py(end.as_borrowed()).map_err(|error| error.within(&[name]))
}

/// `range(start, stop)`. ([`Range::new`] takes integers of 64 bits with a sign.)
#[track_caller]
fn range<'py>(py: Python<'py>, start: impl IntoPy<'py>, stop: impl IntoPy<'py>) -> Result<Owned<'py, Range>> {
    let ends = [start.into_any(py)?, stop.into_any(py)?];
    // SAFETY: attached, by `py`.
    let class = unsafe { raw::range_type() };
    // SAFETY: handles: attached and alive.
    let range = unsafe { raw::vectorcall(class, &ends.each_ref().map(Owned::raw)) }?;
    // SAFETY: calling the type makes a range: it has no subclasses.
    Ok(unsafe { Owned::from_ref(py, range) })
}

// What the conversions do is written here, once, and not in the macros below: each of those is compiled for every type.

#[track_caller]
fn half_open<T: for<'x, 'py> FromPy<'x, 'py>>(object: Borrowed<'_, '_, Any>) -> Result<core::ops::Range<T>> {
    let [start, stop] = ends(object)?;
    Ok(end(&start, "start")?..end(&stop, "stop")?)
}

/// `None` for an empty one.
#[track_caller]
fn inclusive<T: for<'x, 'py> FromPy<'x, 'py> + TryFrom<i128>>(
    object: Borrowed<'_, '_, Any>,
    limits: &Limits,
) -> Result<Option<RangeInclusive<T>>> {
    let [start, stop] = ends(object)?;
    if !object.is_true()? {
        return Ok(None);
    }
    // The last integer can be the largest that fits, and the stop beyond it is none then.
    let last = stop.extract::<i128>().unwrap_or(i128::MIN).wrapping_sub(1);
    let fits = last.try_into().map_err(|_| limits.broken(&last).within(&["last"]))?;
    Ok(Some(end(&start, "start")?..=fits))
}

#[track_caller]
fn including_last<'py, T: Copy + PartialOrd + Into<i128> + IntoPy<'py>>(
    py: Python<'py>,
    values: RangeInclusive<T>,
) -> Result<Owned<'py, Range>> {
    let (start, last) = (*values.start(), (*values.end()).into());
    range(py, start, if values.is_empty() { start.into() } else { last + 1 })
}

macro_rules! ranges {
    ($($int:ty)*) => { $(
        impl FromPy<'_, '_> for core::ops::Range<$int> {
            const ACCEPTS: TypeHint = TypeHint::named("", "range");

            /// A `range` with step 1.
            ///
            /// # Errors
            /// `ValueError` for another step.
            #[track_caller]
            #[inline]
            fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
                half_open(object)
            }
        }

        impl FromPy<'_, '_> for RangeInclusive<$int> {
            const ACCEPTS: TypeHint = TypeHint::named("", "range");

            /// A `range` with step 1; an empty one is `1..=0`.
            ///
            /// # Errors
            /// `ValueError` for another step.
            #[track_caller]
            #[inline]
            fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
                Ok(inclusive(object, limits!($int))?.unwrap_or(Self::new(1, 0)))
            }
        }

        impl<'py> IntoPy<'py> for core::ops::Range<$int> {
            type Target = Range;

            /// `range(start, end)`.
            #[track_caller]
            #[inline]
            fn into_py(self, py: Python<'py>) -> Result<Owned<'py, Range>> {
                range(py, self.start, self.end)
            }
        }

        impl<'py> IntoPy<'py> for RangeInclusive<$int> {
            type Target = Range;

            /// `range(start, end + 1)`.
            #[track_caller]
            #[inline]
            fn into_py(self, py: Python<'py>) -> Result<Owned<'py, Range>> {
                including_last(py, self)
            }
        }
    )* };
}
ranges!(i8 i16 i32 i64 u8 u16 u32 u64);

/// The same on every machine that we build for.
macro_rules! through {
    ($($int:ty => $wide:ty;)*) => { $(
        impl FromPy<'_, '_> for core::ops::Range<$int> {
            const ACCEPTS: TypeHint = TypeHint::named("", "range");

            /// As of the integers of 64 bits.
            #[track_caller]
            #[inline]
            fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
                half_open(object)
            }
        }

        impl<'py> IntoPy<'py> for core::ops::Range<$int> {
            type Target = Range;

            /// `range(start, end)`.
            #[track_caller]
            #[inline]
            fn into_py(self, py: Python<'py>) -> Result<Owned<'py, Range>> {
                range(py, self.start, self.end)
            }
        }

        impl FromPy<'_, '_> for RangeInclusive<$int> {
            const ACCEPTS: TypeHint = TypeHint::named("", "range");

            /// As of the integers of 64 bits.
            #[track_caller]
            #[inline]
            fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
                let (start, last) = RangeInclusive::<$wide>::from_py(object)?.into_inner();
                Ok(start.try_into()?..=last.try_into()?)
            }
        }

        impl<'py> IntoPy<'py> for RangeInclusive<$int> {
            type Target = Range;

            /// `range(start, end + 1)`.
            #[track_caller]
            #[inline]
            fn into_py(self, py: Python<'py>) -> Result<Owned<'py, Range>> {
                let empty = self.is_empty();
                let (start, last) = self.into_inner();
                let (start, last) = (start as $wide, last as $wide);
                if empty { (start..start).into_py(py) } else { (start..=last).into_py(py) }
            }
        }
    )* };
}
through! {
    isize => i64;
    usize => u64;
}
