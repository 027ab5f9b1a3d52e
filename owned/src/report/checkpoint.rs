//! Checkpoints of the package `owned-debug`, set from Rust.
#![expect(unsafe_code, reason = "keeps the exception that is set, and calls without a handle that would be counted")]

use crate::convert::IntoPy;
use crate::err::{PyErr, Result};
use crate::object::Dict;
use crate::ptr::{Any, Owned};
use crate::raw;
use crate::token::Python;

/// Has the Python package `owned_debug` count what is watched, under this label, as its `checkpoint(label)` does. Where nobody
/// has imported it nothing happens: whether it is there is looked up in `sys.modules`. An exception that is set stays as it
/// is, and one that is raised meanwhile is reported as unraisable. The header `owned_checkpoint.h` is the same for C.
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
///
/// Python::attach(|py| owned::report::checkpoint(py, "loaded"));
/// ```
#[inline]
pub fn checkpoint(py: Python<'_>, label: &str) {
    // SAFETY: attached, by `py`.
    let exception = unsafe { raw::SavedException::take() };
    if let Err(error) = call(py, label) {
        error.write_unraisable(py, None);
    }
    drop(exception);
}

#[inline]
fn call(py: Python<'_>, label: &str) -> Result<()> {
    let Some((function, label)) = uncounted(|| parts(py, label))? else { return Ok(()) };
    // SAFETY: attached, by `py`.
    let result = unsafe { raw::vectorcall(function.raw(), &[label.raw()]) };
    result.map(drop).map_err(PyErr::from)
}

/// What is called, and with what; `None` if nobody has imported the package.
#[inline]
fn parts<'py>(py: Python<'py>, label: &str) -> Result<Option<(Owned<'py, Any>, Owned<'py, Any>)>> {
    let modules = py.import("sys")?.getattr("modules")?;
    let module = modules.downcast::<Dict>()?.get("owned_debug")?;
    let Some(module) = module.filter(|module| !module.is_none()) else { return Ok(None) };
    Ok(Some((module.getattr("checkpoint")?, label.into_any(py)?)))
}

/// Looking changes nothing: no handle of these is counted.
#[inline]
fn uncounted<R>(f: impl FnOnce() -> R) -> R {
    #[cfg(feature = "ledger")]
    return crate::hook::quietly(f);
    #[cfg(not(feature = "ledger"))]
    f()
}
