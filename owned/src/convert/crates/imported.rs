//! Types that a module of Python's has: imported once in each interpreter, whose own dict keeps them.
#![expect(unsafe_code, reason = "takes what the interpreter's dict has for a handle")]

use core::ffi::CStr;

use crate::err::{PyErr, Result, kept_class};
use crate::object::Type;
use crate::ptr::{Any, Borrowed, Owned};
use crate::token::Python;

/// A type, by the name of its module and its own.
pub(super) struct Imported {
    /// What the interpreter's dict has it by.
    pub(super) key: &'static CStr,
    pub(super) module: &'static str,
    pub(super) name: &'static str,
}

impl Imported {
    /// The type. A new reference.
    #[track_caller]
    pub(super) fn get<'py>(&self, py: Python<'py>) -> Result<Owned<'py, Type>> {
        let class = kept_class(self.key, || {
            let class = py.import(self.module)?.getattr(self.name)?.downcast::<Type>()?;
            Ok::<_, PyErr>(class.into_ref())
        })?;
        // SAFETY: any object is an `Any`.
        Ok(unsafe { Owned::<Any>::from_ref(py, class) }.downcast()?)
    }

    /// Whether the object is an instance, by its type alone: what it says of its `__class__` does not count.
    #[track_caller]
    pub(super) fn is_type_of(&self, object: Borrowed<'_, '_, Any>) -> Result<bool> {
        Ok(object.type_of().is_subtype_of(&self.get(object.py())?))
    }
}
