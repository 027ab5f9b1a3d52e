//! Combinations of flags.
#![expect(unsafe_code, reason = "implements Traverse for what owns no reference")]

use core::fmt;
use core::marker::PhantomData;
use core::ops::{BitAnd, BitOr, BitXor};

use crate::convert::{FromPy, IntoPy};
use crate::err::Result;
use crate::gc::{NoRefs, Traverse, Visited, Visitor};
use crate::ptr::{Any, Borrowed, Owned, TypeHint};
use crate::token::Python;

use super::Enumeration;
use super::enumeration::{check, class_of, hint};

/// Some flags of an enum that is a `Flag` or an `IntFlag` in Python.
///
/// ```
/// use owned::prelude::*;
/// use owned::{Flags, enumeration};
///
/// /// What may be done with a file.
/// #[enumeration(IntFlag)]
/// pub enum Access {
///     Read = 1,
///     Write = 2,
/// }
///
/// #[owned::module]
/// mod files {
///     use owned::Flags;
///     #[export]
///     pub use super::Access;
///
///     #[function]
///     fn widen(access: Flags<Access>) -> Flags<Access> {
///         access | Access::Read
///     }
/// }
///
/// # fn main() -> Result<()> {
/// #     Python::initialize();
/// #     Python::attach(|py| {
/// let files = owned::load!(py, files)?;
/// let write = files.getattr("Access")?.getattr("Write")?;
/// let both: Flags<Access> = files.call_method("widen", (&write,))?.extract()?;
/// assert!(both.contains(Access::Read) && both.contains(Access::Write) && both.bits() == 3);
/// #         Ok(())
/// #     })
/// # }
/// ```
pub struct Flags<E> {
    bits: i64,
    marker: PhantomData<fn() -> E>,
}

impl<E: Enumeration> Flags<E> {
    /// None of them.
    ///
    /// ```
    /// use owned::{Flags, enumeration};
    ///
    /// #[enumeration(IntFlag)]
    /// pub enum Access {
    ///     Read = 1,
    ///     Write = 2,
    /// }
    ///
    /// assert!(Flags::<Access>::empty().is_empty());
    /// ```
    pub const fn empty() -> Self {
        Flags::from_bits(0)
    }

    /// Those whose bits are set. Python may keep bits that no flag has: so does this.
    ///
    /// ```
    /// use owned::{Flags, enumeration};
    /// # #[enumeration(IntFlag)]
    /// # pub enum Access {
    /// #     Read = 1,
    /// #     Write = 2,
    /// # }
    ///
    /// let both = Flags::<Access>::from_bits(3);
    /// assert!(both.contains(Access::Read) && both.contains(Access::Write));
    /// ```
    pub const fn from_bits(bits: i64) -> Self {
        Flags { bits, marker: PhantomData }
    }

    /// The bits of all of them.
    ///
    /// ```
    /// use owned::{Flags, enumeration};
    /// # #[enumeration(IntFlag)]
    /// # pub enum Access {
    /// #     Read = 1,
    /// #     Write = 2,
    /// # }
    ///
    /// assert_eq!((Flags::from_bits(1) | Access::Write).bits(), 3);
    /// ```
    pub const fn bits(self) -> i64 {
        self.bits
    }

    /// Whether no bit is set.
    ///
    /// ```
    /// use owned::{Flags, enumeration};
    /// # #[enumeration(IntFlag)]
    /// # pub enum Access {
    /// #     Read = 1,
    /// #     Write = 2,
    /// # }
    ///
    /// assert!(!Flags::<Access>::from_bits(1).is_empty());
    /// ```
    pub const fn is_empty(self) -> bool {
        self.bits == 0
    }

    /// Whether each bit of the flag is set.
    ///
    /// ```
    /// use owned::{Flags, enumeration};
    /// # #[enumeration(IntFlag)]
    /// # pub enum Access {
    /// #     Read = 1,
    /// #     Write = 2,
    /// # }
    ///
    /// assert!(!Flags::from_bits(1).contains(Access::Write));
    /// ```
    pub fn contains(self, flag: E) -> bool {
        let bits = Flags::from(flag).bits;
        self.bits & bits == bits
    }
}

impl<E: Enumeration> From<E> for Flags<E> {
    fn from(flag: E) -> Self {
        Flags::from_bits(E::MEMBERS[flag.member()].number)
    }
}

impl<E: Enumeration> FromIterator<E> for Flags<E> {
    fn from_iter<I: IntoIterator<Item = E>>(flags: I) -> Self {
        flags.into_iter().fold(Flags::empty(), |all, flag| all | flag)
    }
}

macro_rules! operators {
    ($($operator:ident $method:ident $symbol:tt: $doc:literal;)*) => { $(
        impl<E: Enumeration, F: Into<Flags<E>>> $operator<F> for Flags<E> {
            type Output = Self;

            #[doc = $doc]
            fn $method(self, other: F) -> Self {
                Flags::from_bits(self.bits $symbol other.into().bits)
            }
        }
    )* };
}
operators! {
    BitOr bitor |: "Those of either.";
    BitAnd bitand &: "Those of both.";
    BitXor bitxor ^: "Those of one and not of the other.";
}

impl<E> Copy for Flags<E> {}

impl<E> Clone for Flags<E> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<E> PartialEq for Flags<E> {
    fn eq(&self, other: &Self) -> bool {
        self.bits == other.bits
    }
}

impl<E> Eq for Flags<E> {}

impl<E> fmt::Debug for Flags<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Flags({:#x})", self.bits)
    }
}

impl<E> NoRefs for Flags<E> {}

// SAFETY: there is nothing to visit.
unsafe impl<E> Traverse for Flags<E> {
    fn traverse(&self, _: &mut Visitor<'_>) -> Visited {
        Ok(())
    }
}

impl<E: Enumeration> FromPy<'_, '_> for Flags<E> {
    const ACCEPTS: TypeHint = hint::<E>();

    /// A flag, or a combination of some.
    ///
    /// # Errors
    /// `TypeError` for what is none of the class.
    fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
        check::<E>(object)?;
        Ok(Flags::from_bits(object.getattr("_value_")?.extract()?))
    }
}

impl<'py, E: Enumeration> IntoPy<'py> for Flags<E> {
    type Target = Any;
    const GIVES: TypeHint = hint::<E>();

    /// The combination, as the class makes it. A new reference.
    ///
    /// # Errors
    /// `RuntimeError` if the module is not imported (any more); `ValueError` if the class refuses the bits.
    #[track_caller]
    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, Any>> {
        class_of::<E>(py)?.call((self.bits,))
    }
}

impl<'py, E: Enumeration> IntoPy<'py> for &Flags<E> {
    type Target = Any;
    const GIVES: TypeHint = hint::<E>();

    #[track_caller]
    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, Any>> {
        (*self).into_py(py)
    }
}
