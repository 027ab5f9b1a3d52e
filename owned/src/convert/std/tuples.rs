//! Tuples, to twelve.

use crate::convert::{FromPy, IntoArgs, IntoPy, each_tuple};
use crate::err::{Result, ValueError};
use crate::object::Tuple;
use crate::ptr::{Any, Borrowed, Owned, TypeHint};
use crate::token::Python;

/// The object as a tuple of that length.
#[track_caller]
#[inline]
fn of_length<'a, 'py>(object: Borrowed<'a, 'py, Any>, length: usize) -> Result<Borrowed<'a, 'py, Tuple>> {
    let tuple = object.downcast::<Tuple>()?;
    match tuple.len() {
        found if found != length => Err(ValueError::new(format!("expected a tuple of {length}, got one of {found}"))),
        _ => Ok(tuple),
    }
}

#[inline]
#[track_caller]
fn item<'py, T: for<'x> FromPy<'x, 'py>>(tuple: Borrowed<'_, 'py, Tuple>, at: usize) -> Result<T> {
    T::from_py(tuple.get(at)?).map_err(|error| error.within(&["item ", &at.to_string()]))
}

// Written for each length: hence no `?`, which is three calls where this is none.
macro_rules! from_tuple {
    ($($($name:ident $at:tt),+;)*) => { $(
        #[allow(non_snake_case, reason = "the items are named after their types")]
        impl<'py, $($name: for<'x> FromPy<'x, 'py>),+> FromPy<'_, 'py> for ($($name,)+) {
            const ACCEPTS: TypeHint =
                TypeHint::generic(&TypeHint::TUPLE, const { &[$(<$name as FromPy<'_, 'py>>::ACCEPTS),+] });

            /// A `tuple` of exactly this length.
            ///
            /// # Errors
            /// `ValueError` for another length.
            #[track_caller]
            fn from_py(object: Borrowed<'_, 'py, Any>) -> Result<Self> {
                let tuple = of_length(object, [$($at),+].len())?;
                $(
                    let $name = match item(tuple, $at) {
                        Ok(item) => item,
                        Err(error) => return Err(error),
                    };
                )+
                Ok(($($name,)+))
            }
        }
    )* };
}
each_tuple!(from_tuple);

macro_rules! into_tuple {
    ($($($name:ident $at:tt),+;)*) => { $(
        #[allow(non_snake_case, reason = "the items are named after their types")]
        impl<'py, $($name: IntoPy<'py>),+> IntoPy<'py> for ($($name,)+) {
            type Target = Tuple;
            const GIVES: TypeHint = TypeHint::generic(&TypeHint::TUPLE, const { &[$($name::GIVES),+] });

            #[track_caller]
            fn into_py(self, py: Python<'py>) -> Result<Owned<'py, Tuple>> {
                Tuple::from_items(py, self.handles(py)?)
            }
        }

        #[allow(non_snake_case, reason = "the items are named after their types")]
        impl<'a, 'py, $($name),+> IntoPy<'py> for &'a ($($name,)+)
        where
            $(&'a $name: IntoPy<'py>),+
        {
            type Target = Tuple;
            const GIVES: TypeHint = TypeHint::generic(&TypeHint::TUPLE, const { &[$(<&'a $name as IntoPy<'py>>::GIVES),+] });

            #[track_caller]
            #[inline]
            fn into_py(self, py: Python<'py>) -> Result<Owned<'py, Tuple>> {
                let ($($name,)+) = self;
                ($($name,)+).into_py(py)
            }
        }
    )* };
}
each_tuple!(into_tuple);
