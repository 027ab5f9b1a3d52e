//! Classes in classes: an attribute of the outer one, and named after it.

use core::any::TypeId;
use core::ffi::CStr;

use crate::err::{Result, RuntimeError};
use crate::object::{Str, Type};
use crate::ptr::{Any, Owned};
use crate::raw;
use crate::token::Python;

use super::attributes::put_attribute;
use super::{Base as _, Class};

/// The class that another is in.
#[derive(Clone, Copy)]
pub struct Outer {
    pub(crate) id: TypeId,
    class: for<'py> fn(Python<'py>) -> Result<Owned<'py, Type>>,
    // Reached through these alone: a binding without classes in classes neither compiles nor links them.
    put: fn(Outer, &CStr, &Owned<'_, Any>) -> Result<()>,
    name_of: for<'py> fn(Outer, Python<'py>, &str) -> Result<Owned<'py, Str>>,
}

impl Outer {
    /// `C`.
    pub const fn of<C: Class>() -> Self {
        assert!(
            !C::ADOPTED,
            "an adopted type has the attributes that C gives it: leave `nested_in` out, and the class is in the module"
        );
        Outer { id: TypeId::of::<C>(), class: C::class, put: Outer::put_into, name_of: Outer::name_within }
    }

    /// Makes `inner` an attribute.
    ///
    /// # Errors
    /// `RuntimeError` if another module made the outer class, which is not prepared for a class in it.
    pub(crate) fn put(self, name: &CStr, inner: &Owned<'_, Any>) -> Result<()> {
        (self.put)(self, name, inner)
    }

    #[inline]
    fn put_into(self, name: &CStr, inner: &Owned<'_, Any>) -> Result<()> {
        let outer = (self.class)(inner.py())?;
        // SAFETY: the type object holds its own type, and is held.
        if !unsafe { raw::makes_headers(outer.raw()) } {
            let (inner, outer) = (name.to_string_lossy(), outer.qualified_name()?);
            let outer = outer.to_str()?;
            return Err(RuntimeError::new(format!("class '{inner}' must be in the module that class '{outer}' is in")));
        }
        put_attribute(&outer, name, inner)
    }

    /// `Outer.Inner`.
    pub(super) fn name_of<'py>(self, py: Python<'py>, inner: &str) -> Result<Owned<'py, Str>> {
        (self.name_of)(self, py, inner)
    }

    #[inline]
    fn name_within<'py>(self, py: Python<'py>, inner: &str) -> Result<Owned<'py, Str>> {
        let outer = (self.class)(py)?.qualified_name()?;
        Str::new(py, &format!("{}.{inner}", outer.to_str()?))
    }
}
