//! Classes in classes: an attribute of the outer one, and named after it.

use core::any::TypeId;

use crate::err::Result;
use crate::object::{Str, Type};
use crate::ptr::Owned;
use crate::token::Python;

use super::{Base as _, Class};

/// The class that another is in.
#[derive(Clone, Copy)]
pub struct Outer {
    pub(crate) id: fn() -> TypeId,
    pub(crate) class: for<'py> fn(Python<'py>) -> Result<Owned<'py, Type>>,
}

impl Outer {
    /// `C`.
    pub const fn of<C: Class>() -> Self {
        Outer { id: TypeId::of::<C>, class: C::class }
    }

    /// `Outer.Inner`.
    #[inline]
    pub(super) fn name_of<'py>(self, py: Python<'py>, inner: &str) -> Result<Owned<'py, Str>> {
        let outer = (self.class)(py)?.qualified_name()?;
        Str::new(py, &format!("{}.{inner}", outer.to_str()?))
    }
}
