//! Tracebacks.
#![expect(unsafe_code, reason = "reads the members of tracebacks; a handle proves an attached thread and the type")]

use core::ffi::CStr;

use crate::err::Result;
use crate::ptr::{Any, Owned};
use crate::raw;

use super::builtin_type;
use super::exception::joined;

builtin_type! {
    /// A traceback: one line of Python through which an exception went, and the next.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// Python::attach(|py| {
    ///     let exec = py.import("builtins")?.getattr("exec")?;
    ///     let error = exec.call(("def f(): return 1 / 0\nf()", owned::types::Dict::empty(py)?)).unwrap_err();
    ///     let trace = error.traceback(py).unwrap();
    ///     assert_eq!(trace.line()?, 2);
    ///     assert_eq!(trace.next()?.unwrap().line()?, 1);
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    Traceback, "traceback", |object| {
        // SAFETY: whoever holds an object is attached.
        unsafe { raw::trace_back_check(object) }
    }
}

impl<'py> Owned<'py, Traceback> {
    /// The traceback of the call that this line made (`tb_next`); `None` for the line that raised.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let error = py.run("def f(): 1 / 0\nf()", None).unwrap_err();
    /// let outer = error.traceback(py).unwrap();
    /// let inner = outer.next()?.unwrap();
    /// assert_eq!((outer.line()?, inner.line()?), (2, 1));
    /// assert!(inner.next()?.is_none());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn next(&self) -> Result<Option<Owned<'py, Traceback>>> {
        let next = self.member(c"tb_next")?;
        if next.is_none() { Ok(None) } else { Ok(Some(next.downcast()?)) }
    }

    /// The line of the file (`tb_lineno`); 0 where Python knows none.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let error = py.run("\n1 / 0", None).unwrap_err();
    /// assert_eq!(error.traceback(py).unwrap().line()?, 2);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn line(&self) -> Result<u32> {
        let line = self.member(c"tb_lineno")?;
        if line.is_none() {
            return Ok(0);
        }
        // SAFETY: attached; the member is an int or None.
        let line = unsafe { raw::long_as_i64(line.raw()) }?;
        Ok(line.ok().and_then(|line| u32::try_from(line).ok()).unwrap_or(0))
    }

    /// The text that Python prints: a heading, and two lines for each call.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let error = py.run("1 / 0", None).unwrap_err();
    /// let text = error.traceback(py).unwrap().format()?;
    /// assert!(text.starts_with("Traceback (most recent call last):\n"));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn format(&self) -> Result<String> {
        let lines = joined(self.py(), "format_tb", self.raw())?;
        Ok(format!("Traceback (most recent call last):\n{lines}"))
    }

    #[track_caller]
    #[inline]
    pub(super) fn member(&self, name: &CStr) -> Result<Owned<'py, Any>> {
        // SAFETY: a handle: attached and alive; a C string.
        let value = unsafe { raw::object_get_attr_string(self.raw(), name.as_ptr()) }?;
        // SAFETY: any object is an `Any`.
        Ok(unsafe { Owned::from_ref(self.py(), value) })
    }
}
