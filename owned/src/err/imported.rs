//! Exceptions that a module of Python has, as types of Rust.
#![expect(unsafe_code, reason = "imports a module and asks it for its class")]

use std::ffi::CString;

use crate::ptr::{Any, Owned};
use crate::raw::{self, BorrowedRef, NewRef};
use crate::token::Python;

use super::build::{kept_class, text};
use super::exceptions::{BaseException, ExceptionClass};
use super::{PyErr, Result, TypeError};

/// The class, imported once per interpreter.
#[track_caller]
#[inline]
pub fn imported_class<'py>(py: Python<'py>, module: &str, name: &str) -> Result<Owned<'py, Any>> {
    let class = kept_class(&key(module, name)?, || -> Result<NewRef> {
        let module_name = text(module)?;
        // SAFETY: attached, by `py`.
        let imported = unsafe { raw::import_import(module_name.borrow()) }?;
        let attribute = text(name)?;
        // SAFETY: attached, by `py`.
        let class = unsafe { raw::object_get_attr(imported.borrow(), attribute.borrow()) }?;
        if BaseException::covers(class.borrow()) {
            return Ok(class);
        }
        Err(TypeError::new(format!("{module}.{name} is not an exception class")))
    })?;
    // SAFETY: any object is an `Any`.
    Ok(unsafe { Owned::from_ref(py, class) })
}

/// Whether `class` is that class or derives from it, without importing anything.
#[inline]
pub fn imported_covers(module: &str, name: &str, class: BorrowedRef<'_>) -> bool {
    // Whatever goes wrong on the way (no memory) is no answer, and there is nobody to tell.
    match known(module, name) {
        Ok(Some(known)) => {
            BaseException::covers(known.borrow()) && raw::is_type(class) && raw::is_subtype(class, known.borrow())
        }
        Ok(None) | Err(_) => false,
    }
}

/// The class, if it was found before, or is where it would be found.
#[inline]
fn known(module: &str, name: &str) -> Result<Option<NewRef>> {
    // SAFETY: whoever holds an object is attached.
    if let Some(dict) = unsafe { raw::interpreter_dict() }
        // SAFETY: as above; the interpreter's dict is a dict.
        && let Some(class) = unsafe { raw::dict_get_item_string_ref(dict, key(module, name)?.as_ptr()) }?
    {
        return Ok(Some(class));
    }
    let module = text(module)?;
    // SAFETY: as above.
    let modules = unsafe { raw::import_get_module_dict() };
    if !raw::is_dict(modules) {
        return Ok(None);
    }
    // SAFETY: as above; a dict.
    let Some(module) = unsafe { raw::dict_get_item_ref(modules, module.borrow()) }? else {
        return Ok(None);
    };
    if !raw::is_module(module.borrow()) {
        return Ok(None);
    }
    // SAFETY: as above; a module.
    let dict = unsafe { raw::module_get_dict(module.borrow()) }?;
    let name = text(name)?;
    // SAFETY: as above; a module's dict is a dict.
    Ok(unsafe { raw::dict_get_item_ref(dict, name.borrow()) }?)
}

#[inline]
fn key(module: &str, name: &str) -> Result<CString> {
    Ok(CString::new(format!("owned.exception:{module}.{name}"))?)
}

/// For `new` of the types that the two macros make.
pub fn error_of<E: ExceptionClass>(message: std::borrow::Cow<'static, str>) -> PyErr {
    super::repr::What::Message { class: super::repr::Class::Found { name: E::NAME, find: E::class }, message }.into()
}

/// For `is_instance` of the types that the two macros make: the class covers the object's, which is an exception's.
pub fn exception_covers<E: ExceptionClass>(object: BorrowedRef<'_>) -> bool {
    raw::is_exception(object) && E::covers(raw::type_of(object))
}
