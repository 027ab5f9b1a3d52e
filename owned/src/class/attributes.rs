//! Class attributes: values in the dict of the type.
#![expect(unsafe_code, reason = "writes into the dict of a type that Python code cannot change")]

use core::ffi::CStr;

use crate::err::Result;
use crate::object::Type;
use crate::ptr::{Any, Owned};
use crate::raw;
use crate::token::Python;

/// A value with a name: of a module, or of a class.
pub trait Constant {
    /// Its name in Python.
    const NAME: &'static CStr;
    /// Whether it is a number or a text: nothing can be reached from it.
    const PLAIN: bool = false;
    /// The value.
    fn value<'py>(py: Python<'py>) -> Result<Owned<'py, Any>>;
}

/// A value that a class has.
pub struct ClassAttribute {
    name: &'static CStr,
    plain: bool,
    value: for<'py> fn(Python<'py>) -> Result<Owned<'py, Any>>,
}

impl ClassAttribute {
    /// One that is computed for each copy of the module.
    pub const fn of<K: Constant>() -> Self {
        ClassAttribute { name: K::NAME, plain: K::PLAIN, value: K::value }
    }

    /// Whether all of them are numbers and texts.
    pub(super) const fn all_plain(attributes: &[ClassAttribute]) -> bool {
        let mut at = 0;
        while at < attributes.len() {
            if !attributes[at].plain {
                return false;
            }
            at += 1;
        }
        true
    }

    /// Puts them into the dict of the type, which Python code cannot change.
    pub(crate) fn put_all(attributes: &[ClassAttribute], class: &Owned<'_, Type>) -> Result<()> {
        for attribute in attributes {
            put_attribute(class, attribute.name, &(attribute.value)(class.py())?)?;
        }
        Ok(())
    }
}

/// Puts one into the dict of the type, which takes its own reference to the value.
///
/// # Errors
/// `MemoryError`.
pub(crate) fn put_attribute(class: &Owned<'_, Type>, name: &CStr, value: &Owned<'_, Any>) -> Result<()> {
    // SAFETY: attached; a type that a module made.
    Ok(unsafe { raw::type_put(class.raw(), name, value.raw()) }?)
}
