//! Exception classes of a `#[module]`: one for each copy of the module, owned by its state.
#![expect(unsafe_code, reason = "makes an exception class; believes that it is a type")]

use core::ffi::CStr;
use core::ptr;
use std::ffi::CString;

use crate::err::{ExceptionClass, Result, RuntimeError};
use crate::object::{Module, Type};
use crate::ptr::{Any, Derived, Owned, TypeInfo};
use crate::raw::{self, BorrowedRef};
use crate::token::Python;

use super::{CreatedType, TypeCell};

/// An exception class that a module makes. Implemented by [`create_exception!`](crate::create_exception).
pub trait CreatedException: ExceptionClass + Derived<Base: ExceptionClass> {
    /// The name in Python.
    const PYTHON_NAME: &'static CStr;
    /// The doc comment, each line as rustc gives it.
    const DOC: &'static str;

    /// Where the running class is found.
    fn cell() -> &'static TypeCell<Self>;
}

/// Makes the class for `module` and puts it into its cell.
pub(crate) fn build_exception<E: CreatedException>(module: &Owned<'_, Module>) -> Result<CreatedType> {
    let py = module.py();
    let base = <E as Derived>::Base::class(py)?;
    let name = CString::new(format!("{}.{}", module.name()?.to_str()?, <E as TypeInfo>::NAME))?;
    let doc: Vec<&str> = E::DOC.lines().map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
    let doc = CString::new(doc.join("\n"))?;
    let doc = if doc.is_empty() { ptr::null() } else { doc.as_ptr() };
    // SAFETY: attached; two C strings or NULL, which are copied, and the class of an exception.
    let class = unsafe { raw::err_new_exception_with_doc(name.as_ptr(), doc, Some(base.raw()), None) }?;
    E::cell().live.set(class.borrow());
    // SAFETY: the function makes a type.
    let class = unsafe { Owned::<Type>::from_ref(py, class) }.unbind();
    Ok(CreatedType::new(class, &E::cell().live))
}

/// The class of the newest live copy of its module.
#[track_caller]
pub fn created_class<E: CreatedException>(py: Python<'_>) -> Result<Owned<'_, Any>> {
    let class = E::cell().live.get().ok_or_else(|| {
        let name = <E as TypeInfo>::NAME;
        RuntimeError::new(format!("the module of exception '{name}' is not loaded in this interpreter"))
    })?;
    // SAFETY: any object is an `Any`.
    Ok(unsafe { Owned::from_ref(py, class) })
}

/// Whether `class` is that of any live copy, or derives from it.
pub fn created_covers<E: CreatedException>(class: BorrowedRef<'_>) -> bool {
    raw::is_type(class) && E::cell().live.covers(class)
}
