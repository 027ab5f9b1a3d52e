//! `SmallVec`, as `Vec`.

use ::smallvec::{Array, SmallVec};

use crate::convert::inside::Inside;
use crate::convert::{FromPy, IntoPy};
use crate::err::Result;
use crate::ptr::{Any, Borrowed, Owned, TypeHint};
use crate::token::Python;

impl<'py, A: Array> FromPy<'_, 'py> for SmallVec<A>
where
    A::Item: for<'x> FromPy<'x, 'py>,
{
    const ACCEPTS: TypeHint = <Vec<A::Item> as FromPy<'_, 'py>>::ACCEPTS;

    /// Anything that can be iterated, except a `str`, which is hardly ever meant as a list of its characters.
    #[track_caller]
    fn from_py(object: Borrowed<'_, 'py, Any>) -> Result<Self> {
        let items = Vec::<A::Item>::from_py(object)?;
        // `from_vec` alone would go by the capacity.
        if items.len() <= A::size() { Ok(items.into_iter().collect()) } else { Ok(SmallVec::from_vec(items)) }
    }
}

impl<'py, A: Array> IntoPy<'py> for SmallVec<A>
where
    A::Item: IntoPy<'py>,
{
    type Target = Any;
    const GIVES: TypeHint = <A::Item as IntoPy<'py>>::GIVES_MANY;

    /// A list; of bytes, `bytes`.
    #[track_caller]
    #[inline]
    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, Any>> {
        A::Item::many(self.into_iter(), py, Inside)
    }
}

impl<'a, 'py, A: Array> IntoPy<'py> for &'a SmallVec<A>
where
    &'a A::Item: IntoPy<'py>,
{
    type Target = Any;
    const GIVES: TypeHint = <&'a A::Item as IntoPy<'py>>::GIVES_MANY;

    /// A list; of bytes, `bytes`.
    #[track_caller]
    #[inline]
    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, Any>> {
        <&'a A::Item>::many(self.iter(), py, Inside)
    }
}
