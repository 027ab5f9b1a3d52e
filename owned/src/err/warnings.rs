//! Warnings: told to Python's `warnings`, which may turn them into errors.
#![expect(unsafe_code, reason = "calls the warnings API; a token proves an attached thread")]

use core::ffi::c_int;
use std::ffi::CString;

use crate::ptr::{Any, Owned, TypeInfo};
use crate::raw;
use crate::token::Python;

use super::Result;
use super::build::text;
use super::exceptions::{ExceptionClass, OverflowError, ResourceWarning, TypeError, Warning};

/// Warns, as `warnings.warn(message, C, stacklevel)` does (`PyErr_WarnEx`): the warning is shown for the Python line
/// that called (`stacklevel` 1), or that called that.
///
/// ```
/// # owned::Python::initialize();
/// use owned::exceptions::{DeprecationWarning, warn};
/// owned::Python::attach(|py| warn::<DeprecationWarning>(py, "use `tick` instead", 1))?;
/// # Ok::<(), owned::PyErr>(())
/// ```
///
/// # Errors
/// The warning itself, where a filter makes errors of such; `TypeError` if `C` is no category of warnings.
#[track_caller]
pub fn warn<C: ExceptionClass>(py: Python<'_>, message: &str, stacklevel: usize) -> Result<()> {
    warn_category(py, &C::class(py)?, message, stacklevel)
}

/// As [`warn`], for a category that is only known when it runs.
///
/// ```
/// # owned::Python::initialize();
/// # use owned::prelude::*;
/// # Python::attach(|py| {
/// use owned::exceptions::warn_category;
/// warn_category(py, &py.eval("UserWarning", None)?, "the pot is nearly empty", 1)?;
/// assert!(warn_category(py, &py.eval("int", None)?, "no category", 1).unwrap_err().is::<TypeError>(py));
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
///
/// # Errors
/// As [`warn`].
#[track_caller]
#[inline]
pub fn warn_category(py: Python<'_>, category: &Owned<'_, Any>, message: &str, stacklevel: usize) -> Result<()> {
    check(py, category)?;
    let message = CString::new(message)?;
    let stacklevel = isize::try_from(stacklevel).map_err(|_| OverflowError::new("stacklevel is too large"))?;
    // SAFETY: attached, by `py`; a C string.
    Ok(unsafe { raw::err_warn_ex(Some(category.raw()), message.as_ptr(), stacklevel) }?)
}

/// Warns of a place that is named: a line of a file that is being read, not of the code that runs
/// (`PyErr_WarnExplicitObject`).
///
/// ```
/// # owned::Python::initialize();
/// # use owned::prelude::*;
/// # Python::attach(|py| {
/// use owned::exceptions::{UserWarning, warn_explicit};
/// py.import("warnings")?.call_method("simplefilter", ("error",))?;
/// let error = warn_explicit::<UserWarning>(py, "no such ink", "inks.conf", 3, None).unwrap_err();
/// assert!(error.is::<UserWarning>(py)); // as the filter asks
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
///
/// # Errors
/// As [`warn`].
#[track_caller]
pub fn warn_explicit<C: ExceptionClass>(
    py: Python<'_>,
    message: &str,
    filename: &str,
    line: u32,
    module: Option<&str>,
) -> Result<()> {
    let category = C::class(py)?;
    check(py, &category)?;
    let (message, filename) = (text(message)?, text(filename)?);
    let module = module.map(text).transpose()?;
    let line = c_int::try_from(line).map_err(|_| OverflowError::new("the line is too large"))?;
    let module = module.as_ref().map(raw::NewRef::borrow);
    // SAFETY: attached, by `py`; the file's name is a str, and there is no registry.
    let told = unsafe {
        raw::err_warn_explicit_object(Some(category.raw()), message.borrow(), filename.borrow(), line, module, None)
    };
    Ok(told?)
}

/// Warns that `source` was not closed: a `ResourceWarning`, of which `tracemalloc` can say where `source` was made.
///
/// ```
/// # owned::Python::initialize();
/// # use owned::prelude::*;
/// # Python::attach(|py| {
/// use owned::exceptions::{ResourceWarning, warn_unclosed};
/// py.import("warnings")?.call_method("simplefilter", ("error",))?;
/// let error = warn_unclosed(&py.none(), "the pot was left open", 1).unwrap_err();
/// assert!(error.is::<ResourceWarning>(py));
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
///
/// # Errors
/// As [`warn`].
#[track_caller]
pub fn warn_unclosed<T: TypeInfo>(source: &Owned<'_, T>, message: &str, stacklevel: usize) -> Result<()> {
    let py = source.py();
    let category = ResourceWarning::class(py)?;
    let name = text("warnings")?;
    // SAFETY: attached, by `py`.
    let module = unsafe { raw::import_import(name.borrow()) }?;
    // SAFETY: attached, by `py`; a C string.
    let warn = unsafe { raw::object_get_attr_string(module.borrow(), c"warn".as_ptr()) }?;
    let message = text(message)?;
    // SAFETY: attached, by `py`.
    let stacklevel = unsafe { raw::long_from_size_t(stacklevel) }?;
    // SAFETY: attached, by `py`; objects that live during the call.
    let none = unsafe {
        raw::vectorcall(warn.borrow(), &[message.borrow(), category.raw(), stacklevel.borrow(), source.raw()])
    }?;
    drop(none);
    Ok(())
}

/// C believes that a category is one.
#[inline]
fn check(_py: Python<'_>, category: &Owned<'_, Any>) -> Result<()> {
    if Warning::covers(category.raw()) {
        return Ok(());
    }
    let found =
        raw::type_name(if raw::is_type(category.raw()) { category.raw() } else { raw::type_of(category.raw()) });
    Err(TypeError::new(format!("category must be a Warning subclass, not '{found}'")))
}
