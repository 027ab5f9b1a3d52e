//! Instances as handles see them: their type, and guards as arguments.
#![expect(unsafe_code, reason = "declares the type of handles of a class")]

use crate::convert::FromPy;
use crate::err::Result;
use crate::ptr::{Any, Borrowed, Derived, TypeHint, TypeInfo};
use crate::raw::BorrowedRef;

use super::holder::Holder;
use super::{Class, Exclusive, Ref, RefMut};

// SAFETY: an instance of the running type, or of a subclass, has this class's layout.
#[diagnostic::do_not_recommend]
unsafe impl<C: Class> TypeInfo for C {
    const NAME: &'static str = match C::NAME.to_str() {
        Ok(name) => name,
        Err(_) => "?",
    };
    const HINT: TypeHint = TypeHint::class::<C>(<C as TypeInfo>::NAME);

    #[inline]
    fn is_instance(object: BorrowedRef<'_>) -> bool {
        C::cell().live.has_instance(object)
    }
}

// SAFETY: the type object is made with that base.
unsafe impl<C: Class> Derived for C {
    type Base = C::Base;
}

impl<'a, C: Class> FromPy<'a, '_> for Ref<'a, C> {
    const ACCEPTS: TypeHint = C::HINT;

    /// Looks at the inside of an instance for as long as the result lives.
    ///
    /// # Errors
    /// `TypeError` for another type, `RuntimeError` while a method is changing it.
    #[inline]
    fn from_py(object: Borrowed<'a, '_, Any>) -> Result<Self> {
        object.downcast::<C>()?.share(Holder::Unknown)
    }
}

impl<'a, C: Class<State: Exclusive>> FromPy<'a, '_> for RefMut<'a, C> {
    const ACCEPTS: TypeHint = C::HINT;

    /// Claims the inside of an instance for as long as the result lives.
    ///
    /// # Errors
    /// `TypeError` for another type, `RuntimeError` while anybody else uses it.
    #[inline]
    fn from_py(object: Borrowed<'a, '_, Any>) -> Result<Self> {
        object.downcast::<C>()?.exclude(Holder::Unknown)
    }
}
