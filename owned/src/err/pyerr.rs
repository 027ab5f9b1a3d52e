//! [`PyErr`]: a Python exception that Rust holds.
#![expect(unsafe_code, reason = "takes exceptions off the thread and puts them back")]

use core::fmt;
use std::ffi::OsString;

use crate::ptr::{Any, Owned, Py};
use crate::raw::{self, ExceptionKind, Failed, NewRef};
use crate::token::Python;

use super::exceptions::ExceptionType;
use super::raise;

/// A Python exception: one that was raised, or one that will be built when it first reaches Python.
///
/// One pointer wide, `Send`, not tied to an attached scope; it owns the exception. `?` turns what Rust reports into
/// one (see its `From` impls), and C's NULL or -1.
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
/// fn half(n: i64) -> Result<i64> {
///     if n % 2 == 0 { Ok(n / 2) } else { Err(ValueError::new(format!("{n} is odd"))) }
/// }
/// assert_eq!(half(3).unwrap_err().to_string(), "ValueError: 3 is odd");
/// ```
pub struct PyErr(Box<State>);

pub(crate) enum State {
    /// It exists, with its traceback.
    Raised(Py<Any>),
    /// Built on demand: plain data, so making an error needs no token.
    Message { kind: ExceptionKind, message: String },
    /// `OSError(errno, message, filename)`, of which Python makes the subclass that fits.
    Os { errno: i32, message: String, path: Option<OsString> },
    /// A panic that was caught at the boundary.
    Panic { message: String, place: String },
}

impl PyErr {
    /// An exception of a built-in kind. `ValueError::new(…)` and its like are shorter.
    pub fn new(kind: ExceptionKind, message: impl Into<String>) -> Self {
        State::Message { kind, message: message.into() }.into()
    }

    /// `OSError(errno, message, path)`: Python picks the subclass, such as `FileNotFoundError`.
    pub fn os(errno: i32, message: impl Into<String>, path: Option<OsString>) -> Self {
        State::Os { errno, message: message.into(), path }.into()
    }

    /// Takes an exception object over; anything else becomes a `TypeError` that says so.
    #[track_caller]
    pub fn from_value(exception: Owned<'_, Any>) -> Self {
        if raw::is_exception(exception.raw()) {
            State::Raised(exception.unbind()).into()
        } else {
            let found = raw::type_name(raw::type_of(exception.raw()));
            PyErr::new(ExceptionKind::TypeError, format!("exceptions must derive from BaseException, not {found}"))
        }
    }

    /// The exception that is set on this thread, if there is one; it is taken off. (`PyErr_GetRaisedException`.)
    #[track_caller]
    pub fn take(_py: Python<'_>) -> Option<Self> {
        // SAFETY: `_py` says that the thread is attached.
        let exception = unsafe { raw::take_exception() }?;
        Some(PyErr::raised(exception))
    }

    /// Makes it the exception of this thread, for C to find. (`PyErr_SetRaisedException`.)
    #[track_caller]
    pub fn restore(self, py: Python<'_>) {
        let exception = self.into_value(py).into_ref();
        // SAFETY: attached, by `py`; `into_value` gives an exception object.
        unsafe { raw::set_exception(exception) }
    }

    /// The exception object, built now if need be. A new reference.
    #[track_caller]
    pub fn into_value(self, py: Python<'_>) -> Owned<'_, Any> {
        match *self.0 {
            State::Raised(exception) => exception.into_bound(py),
            lazy => raise::build(py, &lazy),
        }
    }

    /// The exception object, built now if need be; the error keeps it.
    #[track_caller]
    pub fn value<'py>(&mut self, py: Python<'py>) -> Owned<'py, Any> {
        if !matches!(*self.0, State::Raised(_)) {
            *self.0 = State::Raised(raise::build(py, &self.0).unbind());
        }
        match &*self.0 {
            State::Raised(exception) => exception.bind(py).to_owned(),
            _ => unreachable!("made above"),
        }
    }

    /// Whether it is an instance of the exception type `E`. No Python code runs.
    #[track_caller]
    pub fn is<E: ExceptionType>(&self, py: Python<'_>) -> bool {
        match &*self.0 {
            State::Raised(exception) => E::is_instance(exception.bind(py).raw()),
            lazy => E::is_instance(raise::build(py, lazy).raw()),
        }
    }

    /// Another error with the same exception.
    #[track_caller]
    pub fn clone_ref(&mut self, py: Python<'_>) -> Self {
        State::Raised(self.value(py).unbind()).into()
    }

    /// The same error, saying where: `argument 'limit': expected int, got str`. Only the text of an error that was not
    /// raised yet can be changed; one that was raised stays as it is.
    pub(crate) fn within(mut self, place: &str) -> Self {
        if let State::Message { message, .. } = &mut *self.0 {
            message.insert_str(0, &format!("{place}: "));
        }
        self
    }

    #[track_caller]
    fn raised(exception: NewRef) -> Self {
        // SAFETY: any object is an `Any`.
        State::Raised(unsafe { Py::from_ref(exception) }).into()
    }

    /// The exception object, if it exists already: for the collector.
    pub(crate) fn stored(&self) -> Option<&Py<Any>> {
        match &*self.0 {
            State::Raised(exception) => Some(exception),
            _ => None,
        }
    }
}

impl From<State> for PyErr {
    fn from(state: State) -> Self {
        PyErr(Box::new(state))
    }
}

impl From<Failed> for PyErr {
    /// Takes the exception that the failed call has set.
    #[track_caller]
    fn from(_failed: Failed) -> Self {
        // SAFETY: a `Failed` is made by a call on this thread and cannot leave it.
        let py = unsafe { Python::assume_attached() };
        let what = "a C function reported a failure without setting an exception";
        PyErr::take(py).unwrap_or_else(|| PyErr::new(ExceptionKind::SystemError, what))
    }
}

impl fmt::Display for PyErr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.0 {
            State::Raised(exception) => match Python::try_attach(|py| raise::describe(exception.bind(py))) {
                Ok(text) => f.write_str(&text),
                Err(_) => f.write_str("a Python exception"),
            },
            State::Message { kind, message } if message.is_empty() => f.write_str(kind.name()),
            State::Message { kind, message } => write!(f, "{}: {message}", kind.name()),
            State::Os { errno, message, path: None } => write!(f, "OSError: [Errno {errno}] {message}"),
            State::Os { errno, message, path: Some(path) } => {
                write!(f, "OSError: [Errno {errno}] {message}: '{}'", path.display())
            }
            State::Panic { message, place } => write!(f, "PanicError: {message} ({place})"),
        }
    }
}

impl fmt::Debug for PyErr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PyErr({self})")
    }
}

impl std::error::Error for PyErr {}

static_assertions::assert_eq_size!(PyErr, *mut u8);
static_assertions::assert_impl_all!(PyErr: Send, Sync);
