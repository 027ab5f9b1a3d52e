//! Integers of up to 64 bits. An `int` (also a `bool`, which is one), or what has `__index__`; a `float` is refused.
#![expect(unsafe_code, reason = "reads ints that were checked to be ints")]

use core::fmt::{self, Debug};

use crate::convert::inside::Inside;
use crate::convert::{FromPy, IntoPy};
use crate::err::{OverflowError, PyErr, Result};
use crate::object::{Bytes, Int};
use crate::ptr::{Any, Borrowed, Owned, TypeHint};
use crate::raw::{self, BorrowedRef};
use crate::token::Python;

/// The value, if the object is an `int` of 64 bits. Nothing runs and nothing is raised.
#[inline]
pub(super) fn small(object: BorrowedRef<'_>) -> Option<i64> {
    if !raw::is_int(object) {
        return None;
    }
    // SAFETY: an int; the digits were checked before anything of ours ran.
    if let Some(value) = unsafe { raw::small_int(object) } {
        return Some(value);
    }
    core::hint::cold_path();
    // SAFETY: whoever holds an object is attached; an int.
    unsafe { raw::long_small(object) }
}

/// The object as an `int`: itself, or what its `__index__` gives.
#[track_caller]
pub(in crate::convert) fn index<'py>(object: Borrowed<'_, 'py, Any>) -> Result<Owned<'py, Int>> {
    // SAFETY: a handle: attached and alive.
    if unsafe { raw::index_check(object.raw()) } == 0 {
        return Err(PyErr::unexpected("int", &object));
    }
    object.to_index()
}

/// The integers that a type has, for messages.
pub(super) struct Limits {
    pub(super) name: &'static str,
    /// Writes the least and the greatest, as that type does: the widest is left out of who has no use for it.
    pub(super) show: fn(&mut fmt::Formatter<'_>) -> fmt::Result,
}

impl Limits {
    /// `OverflowError`: the number, and what would fit.
    #[cold]
    pub(super) fn broken(&self, number: &dyn Debug) -> PyErr {
        let Self { name, show } = self;
        OverflowError::new(format!("{number:?} does not fit in {name} ({})", fmt::from_fn(show)))
    }
}

macro_rules! limits {
    ($int:ty) => {
        &$crate::convert::std::ints::Limits {
            name: stringify!($int),
            show: |f| ::core::write!(f, "{} to {}", <$int>::MIN, <$int>::MAX),
        }
    };
}
pub(super) use limits;

// What the conversions do is written here, once, and not in the macros below: each of those is compiled for every type.

/// The integer, if the object is an `int` of 64 bits.
#[inline]
pub(super) fn quickly<T: TryFrom<i64>>(object: BorrowedRef<'_>) -> Option<T> {
    small(object).and_then(|value| value.try_into().ok())
}

/// The integer by way of a wider one. Out of the way of what is usual.
#[inline(never)]
#[track_caller]
pub(super) fn slowly<'py, T: TryFrom<Wide>, Wide>(
    object: Borrowed<'_, 'py, Any>,
    to: impl FnOnce(&Owned<'py, Int>) -> Result<Wide>,
    limits: &Limits,
) -> Result<T> {
    let int = index(object)?;
    let fits = to(&int).ok().and_then(|wide| wide.try_into().ok());
    fits.ok_or_else(|| limits.broken(&*int))
}

macro_rules! integers {
    ($make:ident $wide:ty, $to:ident: $($int:ty)*) => { $(
        integers!(@ $make $wide, $to: $int, {}, {}, {});
    )* };
    (@ $make:ident $wide:ty, $to:ident: $int:ty, {$($from:item)*}, {$($into:item)*}, {$($lent:item)*}) => {
        impl FromPy<'_, '_> for $int {
            const ACCEPTS: TypeHint = TypeHint::INT;

            #[inline]
            fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
                match quickly(object.raw()) {
                    Some(value) => Ok(value),
                    None => slowly(object, Owned::<Int>::$to, limits!($int)),
                }
            }

            #[inline]
            fn quick(object: BorrowedRef<'_>, _: Inside) -> Option<Self> {
                quickly(object)
            }

            $($from)*
        }

        impl<'py> IntoPy<'py> for $int {
            type Target = Int;

            #[inline]
            #[track_caller]
            fn into_py(self, py: Python<'py>) -> Result<Owned<'py, Int>> {
                // `usize` and `isize` have 64 bits at most wherever CPython runs.
                Int::$make(py, self as $wide)
            }

            $($into)*
        }

        impl<'py> IntoPy<'py> for &$int {
            type Target = Int;

            #[inline]
            #[track_caller]
            fn into_py(self, py: Python<'py>) -> Result<Owned<'py, Int>> {
                (*self).into_py(py)
            }

            $($lent)*
        }
    };
}
integers!(from_i64 i64, to_i64: i8 i16 i32 i64 isize);
integers!(from_u64 u64, to_u64: u16 u32 u64 usize);

// A sequence of these is `bytes`.
integers!(@ from_u64 u64, to_u64: u8, {
    #[inline]
    fn of_bytes(data: &[u8], _: Inside) -> Option<Vec<Self>> {
        Some(data.to_vec())
    }
}, {
    const GIVES_MANY: TypeHint = TypeHint::BYTES;

    #[track_caller]
    fn many(items: impl ExactSizeIterator<Item = Self>, py: Python<'py>, _: Inside) -> Result<Owned<'py, Any>> {
        new_bytes(items, py)
    }
}, {
    const GIVES_MANY: TypeHint = TypeHint::BYTES;

    #[track_caller]
    fn many(items: impl ExactSizeIterator<Item = Self>, py: Python<'py>, _: Inside) -> Result<Owned<'py, Any>> {
        new_bytes(items.copied(), py)
    }
});

#[track_caller]
fn new_bytes<'py>(items: impl ExactSizeIterator<Item = u8>, py: Python<'py>) -> Result<Owned<'py, Any>> {
    let bytes = Bytes::new_with(py, items.len(), |place| {
        for (place, byte) in place.iter_mut().zip(items) {
            *place = byte;
        }
        Ok(())
    });
    Ok(bytes?.into_any())
}
