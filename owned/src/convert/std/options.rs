//! What may be absent, what is nothing, and what is boxed.

use std::rc::Rc;
use std::sync::Arc;

use crate::convert::inside::Inside;
use crate::convert::{FromPy, IntoPy};
use crate::err::Result;
use crate::object::NoneType;
use crate::ptr::{Any, Borrowed, Owned, TypeHint};
use crate::raw::BorrowedRef;
use crate::token::Python;

impl<'a, 'py, T: FromPy<'a, 'py>> FromPy<'a, 'py> for Option<T> {
    const ACCEPTS: TypeHint = TypeHint::union(const { &[T::ACCEPTS, TypeHint::NONE] });

    /// `None` is `None`.
    #[track_caller]
    fn from_py(object: Borrowed<'a, 'py, Any>) -> Result<Self> {
        if object.is_none() { Ok(None) } else { T::from_py(object).map(Some) }
    }

    fn quick(object: BorrowedRef<'_>, inside: Inside) -> Option<Self> {
        T::quick(object, inside).map(Some)
    }
}

impl<'py, T: IntoPy<'py>> IntoPy<'py> for Option<T> {
    type Target = Any;
    const GIVES: TypeHint = TypeHint::union(const { &[T::GIVES, TypeHint::NONE] });

    #[track_caller]
    #[inline]
    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, Any>> {
        match self {
            Some(value) => value.into_any(py),
            None => Ok(py.none()),
        }
    }
}

impl<'a, 'py, T> IntoPy<'py> for &'a Option<T>
where
    &'a T: IntoPy<'py>,
{
    type Target = Any;
    const GIVES: TypeHint = <Option<&'a T> as IntoPy<'py>>::GIVES;

    #[track_caller]
    #[inline]
    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, Any>> {
        self.as_ref().into_py(py)
    }
}

impl FromPy<'_, '_> for () {
    const ACCEPTS: TypeHint = TypeHint::NONE;

    /// `None`, and nothing else.
    #[inline]
    fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
        object.downcast::<NoneType>()?;
        Ok(())
    }
}

impl<'py> IntoPy<'py> for () {
    type Target = Any;
    const GIVES: TypeHint = TypeHint::NONE;

    /// `None`.
    #[track_caller]
    #[inline]
    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, Any>> {
        Ok(py.none())
    }
}

impl<'a, 'py, T: FromPy<'a, 'py>> FromPy<'a, 'py> for Box<T> {
    const ACCEPTS: TypeHint = T::ACCEPTS;

    /// What is in the box.
    #[track_caller]
    fn from_py(object: Borrowed<'a, 'py, Any>) -> Result<Self> {
        T::from_py(object).map(Box::new)
    }
}

/// What is lent by reference is converted by reference. There is no way back for those that share: two of them that were
/// one would no longer be. (`Box` has the way back only: a user's crate may make a class of a box of its own.)
macro_rules! lent {
    ($($pointer:ident)*) => { $(
        impl<'py, T> IntoPy<'py> for $pointer<T>
        where
            for<'x> &'x T: IntoPy<'py>,
        {
            type Target = Any;
            const GIVES: TypeHint = <&T as IntoPy<'py>>::GIVES;

            #[track_caller]
            #[inline]
            fn into_py(self, py: Python<'py>) -> Result<Owned<'py, Any>> {
                (&*self).into_any(py)
            }
        }

        impl<'py, T> IntoPy<'py> for &$pointer<T>
        where
            for<'x> &'x T: IntoPy<'py>,
        {
            type Target = Any;
            const GIVES: TypeHint = <&T as IntoPy<'py>>::GIVES;

            #[track_caller]
            #[inline]
            fn into_py(self, py: Python<'py>) -> Result<Owned<'py, Any>> {
                (&**self).into_any(py)
            }
        }
    )* };
}
lent!(Rc Arc);
