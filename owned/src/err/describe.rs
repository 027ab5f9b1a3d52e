//! Saying what an error is, to people: safe whatever its `__str__` does.
#![expect(unsafe_code, reason = "asks exceptions for their text")]

use core::fmt;

use crate::ptr::{Any, Borrowed, Owned, Py, TypeInfo};
use crate::raw::{self, BorrowedRef};
use crate::token::Python;

use super::PyErr;
use super::exceptions::{BaseException, SystemExit};
use super::repr::{Look, What};

impl fmt::Display for PyErr {
    /// `ValueError: the message`, as the last line of a traceback has it.
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match self.0.look() {
            Look::Literal(literal) => return line(f, literal.kind().name(), literal.text()),
            Look::Lazy(lazy) => &lazy.what,
            Look::Key(key) => return self.describe(f, key),
            Look::Raised(exception) => return self.describe(f, exception),
            Look::Caused(caused) => return self.describe(f, &caused.value),
        };
        match what {
            What::Message { class, message } => line(f, class.name(), message),
            What::Rare(recipe) => recipe.describe(f),
            What::Panic { message, place } => write!(f, "PanicError: {message} ({place})"),
            What::Later(later) => f.write_str(later.name()),
        }
    }
}

#[inline]
fn line(f: &mut fmt::Formatter<'_>, name: &str, message: &str) -> fmt::Result {
    if message.is_empty() { f.write_str(name) } else { write!(f, "{name}: {message}") }
}

impl PyErr {
    /// The text of the exception, which may have to be built. Where that cannot be asked for, as what it `keeps` is out of
    /// reach, only that there is one.
    #[inline]
    fn describe<T: TypeInfo>(&self, f: &mut fmt::Formatter<'_>, keeps: &Py<T>) -> fmt::Result {
        match Python::try_attach(|py| keeps.is_of_this_life().then(|| describe(self.object(py).as_borrowed()))) {
            Ok(Some(text)) => f.write_str(&text),
            Ok(None) | Err(_) => f.write_str("a Python exception"),
        }
    }
}

#[inline]
fn describe(exception: Borrowed<'_, '_, BaseException>) -> String {
    let name = raw::type_name(raw::type_of(exception.raw()));
    // SAFETY: attached: a handle is at hand.
    let text = unsafe { raw::object_str(exception.raw()) };
    let text = text.map_err(PyErr::from).ok().and_then(|text| lossy(text.borrow()));
    match text.as_deref() {
        None => format!("{name}: <no message: its __str__ failed>"),
        Some("") => name,
        Some(text) => format!("{name}: {text}"),
    }
}

/// The text of a `str`; lone surrogates, which UTF-8 cannot say, are written out as `\ud800`.
pub(crate) fn lossy(text: BorrowedRef<'_>) -> Option<String> {
    // SAFETY: attached, and a str, as the callers know.
    if let Ok(text) = unsafe { raw::unicode_utf8(text) }.map_err(PyErr::from) {
        return Some(text.to_owned());
    }
    // SAFETY: attached, and a str; C strings.
    let bytes = unsafe { raw::unicode_as_encoded_string(text, c"utf-8".as_ptr(), c"backslashreplace".as_ptr()) };
    let bytes = bytes.map_err(PyErr::from).ok()?;
    // SAFETY: the function gives bytes.
    let data = unsafe { raw::bytes_data(bytes.borrow()) };
    Some(String::from_utf8_lossy(data).into_owned())
}

impl PyErr {
    /// Prints it to `sys.stderr` with its traceback, causes and notes (`PyErr_Display`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let io = py.import("io")?.call_method("StringIO", ())?;
    /// py.import("sys")?.setattr("stderr", &io)?;
    /// ValueError::new("no ink").print(py);
    /// assert_eq!(io.call_method("getvalue", ())?.str()?.to_str()?, "ValueError: no ink\n");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn print(&self, py: Python<'_>) {
        let value = self.object(py);
        // SAFETY: attached, by `py`; the class is asked of the value.
        unsafe { raw::err_display(Some(raw::type_of(value.raw())), value.raw(), None) };
    }

    /// Shows it as Python shows what nobody caught: by `sys.excepthook` (`PyErr_PrintEx`). A `SystemExit` is printed,
    /// and does not end the process.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let shown = List::empty(py)?;
    /// let globals = Dict::new(py, [("shown", &shown)])?;
    /// py.run("import sys\nsys.excepthook = lambda kind, *_: shown.append(kind.__name__)", Some(&globals))?;
    /// ValueError::new("no ink").display(py);
    /// assert_eq!(shown.extract::<Vec<String>>()?, ["ValueError"]);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn display(self, py: Python<'_>) {
        if self.is::<SystemExit>(py) {
            return self.print(py);
        }
        self.restore(py);
        // SAFETY: attached, by `py`; an exception was set by the line above, and it is no `SystemExit`.
        unsafe { raw::print_exception() }
    }

    /// Reports it where nobody can be told: to `sys.unraisablehook`, with the object that was at work. A hook that is
    /// missing, or that raises, does not stop the report. (`PyErr_WriteUnraisable`.)
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let told = List::empty(py)?;
    /// let globals = Dict::new(py, [("told", &told)])?;
    /// py.run("import sys\nsys.unraisablehook = lambda what: told.append(what.object)", Some(&globals))?;
    /// ValueError::new("no ink").write_unraisable(py, Some(&py.none()));
    /// assert!(told.get(0)?.is_none());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    pub fn write_unraisable(self, py: Python<'_>, context: Option<&Owned<'_, Any>>) {
        write_unraisable(py, self, context.map(Owned::raw));
    }
}

/// See [`PyErr::write_unraisable`].
pub(crate) fn write_unraisable(py: Python<'_>, error: PyErr, context: Option<BorrowedRef<'_>>) {
    error.restore(py);
    // SAFETY: attached, by `py`; an exception was set by the line above.
    unsafe { raw::write_unraisable(context) }
}
