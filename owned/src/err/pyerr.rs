//! [`PyErr`]: a Python exception that Rust holds.
#![expect(unsafe_code, reason = "takes exceptions off the thread and puts them back")]

use core::fmt;
use core::panic::Location;
use std::borrow::Cow;
use std::ffi::OsString;

use crate::hook;
use crate::ptr::{Any, Owned, Py, TypeInfo};
use crate::raw::{self, BorrowedRef, ExceptionKind, Failed, NewRef};
use crate::token::Python;

use super::build;
use super::exceptions::{BaseException, ExceptionClass};
use super::os::Os;
use super::packed::{Literal, Packed};
use super::place;
use super::repr::{Caused, Class, Kept, Lazy, Look, Repr, What, rare};
use super::text::{put_before, together};

/// A Python exception: one that was raised, or one that will be built when it first reaches Python.
///
/// Two words wide, `Send`, not tied to an attached scope; it owns the exception. `?` turns what Rust reports into
/// one (see its `From` impls), and C's NULL or -1. A field of a class can hold one: the collector sees what it keeps.
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
/// fn half(n: i64) -> Result<i64> {
///     if n % 2 == 0 { Ok(n / 2) } else { Err(ValueError::new(format!("{n} is odd"))) }
/// }
/// assert_eq!(half(3).unwrap_err().to_string(), "ValueError: 3 is odd");
/// ```
pub struct PyErr(pub(super) Packed);

impl PyErr {
    /// An exception of a built-in kind. `ValueError::new(…)` and its like are shorter.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::exceptions::ExceptionKind;
    /// let error = PyErr::new(ExceptionKind::ValueError, "no ink");
    /// assert!(error.is::<ValueError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn new(kind: ExceptionKind, message: impl Into<Cow<'static, str>>) -> Self {
        PyErr::of_known(raw::known(kind), message.into())
    }

    /// The same of a kind that is [known](raw::known).
    #[track_caller]
    pub(crate) fn of_known(kind: ExceptionKind, message: Cow<'static, str>) -> Self {
        if let Cow::Borrowed(text) = message
            && !place::is_asked_for()
            && let Some(literal) = Literal::new(kind, text)
        {
            return Repr::Literal(literal).into();
        }
        What::Message { class: Class::Kind(kind), message }.into()
    }

    /// `OSError(errno, message, path)`: Python picks the subclass, such as `FileNotFoundError`.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::exceptions::FileNotFoundError;
    /// let error = PyErr::os(2, "No such file or directory", Some("ink.txt".into())); // ENOENT
    /// assert!(error.is::<FileNotFoundError>(py));
    /// assert_eq!(error.into_value(py).getattr("filename")?.str()?.to_str()?, "ink.txt");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    pub fn os(errno: i32, message: impl Into<String>, path: Option<OsString>) -> Self {
        rare(Os { number: errno, windows: false, message: message.into(), path })
    }

    /// Takes an exception object over; anything else becomes a `TypeError` that says so.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let exception = py.eval("KeyError('pot')", None)?;
    /// assert!(PyErr::from_value(exception).is::<KeyError>(py));
    /// assert!(PyErr::from_value(py.none()).is::<TypeError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    pub fn from_value<T: TypeInfo>(exception: Owned<'_, T>) -> Self {
        if raw::is_exception(exception.raw()) {
            PyErr::raised(exception.into_ref())
        } else {
            let found = raw::type_name(raw::type_of(exception.raw()));
            PyErr::new(ExceptionKind::TypeError, format!("exceptions must derive from BaseException, not {found}"))
        }
    }

    /// The exception that is set on this thread, if there is one; it is taken off. (`PyErr_GetRaisedException`.)
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// ValueError::new("no ink").restore(py);
    /// assert!(PyErr::take(py).unwrap().is::<ValueError>(py));
    /// assert!(PyErr::take(py).is_none());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    pub fn take(_py: Python<'_>) -> Option<Self> {
        // SAFETY: `_py` says that the thread is attached.
        let exception = unsafe { raw::take_exception() }?;
        Some(PyErr::raised(exception))
    }

    /// Makes it the exception of this thread, for C to find. (`PyErr_SetRaisedException`.)
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// ValueError::new("no ink").restore(py);
    /// assert!(PyErr::take(py).is_some()); // which a C function would have found set
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    pub fn restore(self, py: Python<'_>) {
        if let Look::Key(key) = self.0.look()
            && build::is_plain_argument(key.bind(py))
        {
            // SAFETY: attached, by `py`.
            let class = unsafe { raw::exception_type(ExceptionKind::KeyError) };
            // SAFETY: attached, by `py`. What has failed is whoever calls this.
            let _raised = unsafe { raw::err_set_object(class, Some(key.raw())) };
            return;
        }
        let exception = self.into_value(py).into_ref();
        // SAFETY: attached, by `py`; `into_value` gives an exception object.
        unsafe { raw::set_exception(exception) }
    }

    /// The exception object, built now if need be. A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let exception = ValueError::new("no ink").into_value(py);
    /// assert_eq!(exception.repr()?.to_str()?, "ValueError('no ink')");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    pub fn into_value(self, py: Python<'_>) -> Owned<'_, BaseException> {
        match self.0.open() {
            Repr::Raised(exception) => exception.into_bound(py),
            other => build::value(py, &other.into()),
        }
    }

    /// The exception object, built now if need be; the error keeps it.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let mut error = ValueError::new("no ink");
    /// assert!(error.value(py).is(&error.value(py))); // built once
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn value<'py>(&mut self, py: Python<'py>) -> Owned<'py, BaseException> {
        let value = build::value(py, self);
        if self.stored().is_none() {
            *self = PyErr::raised(value.raw().to_new());
        }
        value
    }

    /// The exception object, or one that is built for this look at an error that has none yet.
    #[track_caller]
    #[inline]
    pub(crate) fn object<'py>(&self, py: Python<'py>) -> Owned<'py, BaseException> {
        build::value(py, self)
    }

    /// Whether it is an instance of the exception type `E`, as `except E` asks. No Python code runs for an error that
    /// was raised, and none is built for one that has only a message.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let error = KeyError::new("pot");
    /// assert!(error.is::<KeyError>(py) && error.is::<owned::exceptions::LookupError>(py));
    /// assert!(!error.is::<ValueError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    pub fn is<E: ExceptionClass>(&self, py: Python<'_>) -> bool {
        self.is_covered(py, E::covers)
    }

    /// Whether `covers` is true of its class.
    #[track_caller]
    #[inline]
    fn is_covered(&self, py: Python<'_>, covers: fn(BorrowedRef<'_>) -> bool) -> bool {
        let kind = match self.0.look() {
            Look::Literal(literal) => Some(literal.kind()),
            Look::Key(_) => Some(raw::known(ExceptionKind::KeyError)),
            Look::Lazy(lazy) => match lazy.what {
                What::Message { class: Class::Kind(kind), .. } => Some(kind),
                _ => None,
            },
            Look::Raised(_) | Look::Caused(_) => None,
        };
        match kind {
            // SAFETY: attached, by `py`.
            Some(kind) => covers(unsafe { raw::known_exception_type(kind) }),
            None => covers(raw::type_of(build::value(py, self).raw())),
        }
    }

    /// Another error with the same exception.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let mut error = ValueError::new("no ink");
    /// let same = error.clone_ref(py);
    /// assert!(same.into_value(py).is(&error.value(py)));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn clone_ref(&mut self, py: Python<'_>) -> Self {
        PyErr::from_value(self.value(py))
    }

    /// The same error with a cause, as `raise … from cause` gives it: `Error::source` here and `__cause__` there.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let error = ValueError::new("no ink").caused_by(KeyError::new("pot"));
    /// assert!(error.cause(py).unwrap().is::<KeyError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    pub fn caused_by(self, cause: impl Into<PyErr>) -> Self {
        let (cause, place) = (Some(cause.into()), place::here());
        match self.0.open() {
            Repr::Literal(literal) => {
                let what = What::Message { class: Class::Kind(literal.kind()), message: literal.text().into() };
                Repr::Lazy(Box::new(Lazy { what, cause, place })).into()
            }
            Repr::Lazy(mut lazy) => {
                lazy.cause = cause;
                Repr::Lazy(lazy).into()
            }
            raised => {
                let mut error = PyErr::from(raised);
                // What was raised needs its interpreter; where that is gone, so is the use of a cause.
                let _ = Python::try_attach(|py| error.set_cause_value(py, cause));
                error
            }
        }
    }

    /// `value.__cause__ = cause`.
    #[track_caller]
    #[inline]
    pub(crate) fn set_cause_value(&mut self, py: Python<'_>, cause: Option<PyErr>) {
        let value = self.value(py);
        let cause = cause.map(|cause| cause.into_value(py).into_stolen());
        // SAFETY: attached, by `py`; an exception, and an exception or none.
        unsafe { raw::exception_set_cause(value.raw(), cause) };
        *self = PyErr::raised(value.into_ref());
    }

    /// The same error, saying where: `argument 'limit': expected int, got str`. Only the text of an error that was not
    /// raised yet can be changed; one that was raised stays as it is.
    #[cold]
    pub(crate) fn within(self, place: &[&str]) -> Self {
        match self.0.open() {
            Repr::Literal(literal) => PyErr::of_known(literal.kind(), put_before(place, literal.text()).into()),
            Repr::Lazy(mut lazy) => {
                if let What::Message { message, .. } = &mut lazy.what {
                    *message = put_before(place, message).into();
                }
                Repr::Lazy(lazy).into()
            }
            raised => raised.into(),
        }
    }

    /// `TypeError: expected int, got str`
    #[cold]
    #[track_caller]
    pub(crate) fn unexpected(expected: &str, found: &Owned<'_, Any>) -> Self {
        let text = |found: &str| together(&["expected ", expected, ", got ", found]);
        PyErr::new(ExceptionKind::TypeError, raw::read_type_name(raw::type_of(found.raw()), &text))
    }

    /// The same, by the name of what came.
    #[cold]
    #[track_caller]
    pub(super) fn unexpected_named(expected: &str, found: &str) -> Self {
        PyErr::new(ExceptionKind::TypeError, together(&["expected ", expected, ", got ", found]))
    }

    /// The exception and, for `Error::source`, its causes as they are now. A chain that bites its tail ends there.
    #[track_caller]
    fn raised(exception: NewRef) -> Self {
        const DEEPEST: usize = 16;
        // SAFETY: the thread is attached, as its holder is; an exception, as the callers know.
        let cause = |of: &NewRef| unsafe { raw::exception_get_cause(of.borrow()) };
        let Some(next) = cause(&exception) else {
            return PyErr::raised_alone(exception);
        };
        let mut chain = vec![exception];
        let mut next = Some(next);
        while let Some(exception) = next {
            let known = chain.iter().any(|seen| seen.borrow().as_ptr() == exception.borrow().as_ptr());
            if known || chain.len() == DEEPEST {
                break;
            }
            next = cause(&exception);
            chain.push(exception);
        }
        let mut error: Option<PyErr> = None;
        while let Some(exception) = chain.pop() {
            let Some(cause) = error else {
                error = Some(PyErr::raised_alone(exception));
                continue;
            };
            // SAFETY: an exception, as above; a cause is always one.
            let value = unsafe { Py::from_ref(exception) };
            error = Some(Repr::Caused(Box::new(Caused { value, cause })).into());
        }
        error.expect("the chain has a first link")
    }

    #[track_caller]
    fn raised_alone(exception: NewRef) -> Self {
        // SAFETY: an exception, as the callers know.
        Repr::Raised(unsafe { Py::from_ref(exception) }).into()
    }

    /// The exception object, if it exists already.
    pub(crate) fn stored(&self) -> Option<&Py<BaseException>> {
        match self.0.look() {
            Look::Raised(exception) => Some(exception),
            Look::Caused(caused) => Some(&caused.value),
            Look::Literal(_) | Look::Key(_) | Look::Lazy(_) => None,
        }
    }

    /// Shows every reference that it owns, once each: for the collector.
    pub(crate) fn kept<E>(
        &self,
        see: &mut impl FnMut(Kept<'_>) -> core::result::Result<(), E>,
    ) -> core::result::Result<(), E> {
        match self.0.look() {
            Look::Literal(_) => Ok(()),
            Look::Key(key) => see(Kept::Key(key)),
            Look::Raised(exception) => see(Kept::Object(exception)),
            Look::Caused(caused) => {
                see(Kept::Object(&caused.value))?;
                caused.cause.kept(see)
            }
            Look::Lazy(lazy) => {
                match &lazy.what {
                    What::Later(later) => see(Kept::Later(&**later))?,
                    What::Rare(recipe) => recipe.errors().iter().try_for_each(|error| error.kept(see))?,
                    What::Message { .. } | What::Panic { .. } => {}
                }
                lazy.cause.as_ref().map_or(Ok(()), |cause| cause.kept(see))
            }
        }
    }
}

impl From<Failed> for PyErr {
    /// Takes the exception that the failed call has set.
    #[track_caller]
    fn from(_failed: Failed) -> Self {
        // SAFETY: a `Failed` is made by a call on this thread and cannot leave it.
        let py = unsafe { Python::assume_attached() };
        let place = Location::caller();
        let error = PyErr::take(py).unwrap_or_else(|| {
            hook::nothing_said(place);
            PyErr::new(ExceptionKind::SystemError, "a C function reported a failure without setting an exception")
        });
        if place::is_asked_for()
            && let Some(exception) = error.stored()
        {
            place::add(py, exception.raw(), place);
        }
        error
    }
}

impl fmt::Debug for PyErr {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PyErr({self})")
    }
}

impl std::error::Error for PyErr {
    /// The cause: the `__cause__` that the exception had when it came to Rust, or what [`PyErr::caused_by`] gave it.
    #[inline]
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self.0.look() {
            Look::Caused(caused) => Some(&caused.cause),
            Look::Lazy(lazy) => lazy.cause.as_ref().map(|cause| cause as _),
            Look::Literal(_) | Look::Key(_) | Look::Raised(_) => None,
        }
    }
}

#[cfg(all(not(feature = "ledger"), target_pointer_width = "64"))]
const _: () = {
    assert!(size_of::<PyErr>() == 2 * size_of::<usize>());
    assert!(size_of::<core::result::Result<Owned<'static, BaseException>, PyErr>>() == size_of::<PyErr>());
};
#[cfg(test)]
static_assertions::assert_impl_all!(PyErr: Send, Sync);
