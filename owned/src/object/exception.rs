//! Exception objects: traceback, cause, context and notes, and the same of a [`PyErr`].
#![expect(unsafe_code, reason = "calls the exception API; a handle proves an attached thread and an exception")]

use core::panic::Location;

use crate::err::{BaseException, ExceptionClass, PyErr, Result, TypeError, lossy};
use crate::ptr::{Any, Owned};
use crate::raw::{self, BorrowedRef, NewRef};
use crate::token::Python;

use super::{Str, Traceback, Tuple, Type};

impl<'py> Owned<'py, BaseException> {
    /// `self.__traceback__` (`PyException_GetTraceback`). A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let error = py.run("1 / 0", None).unwrap_err();
    /// assert!(error.into_value(py).traceback().is_some());
    /// assert!(ValueError::new("not raised").into_value(py).traceback().is_none());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn traceback(&self) -> Option<Owned<'py, Traceback>> {
        // SAFETY: a handle to an exception.
        let trace = unsafe { raw::exception_get_traceback(self.raw()) }?;
        // SAFETY: any object is an `Any`. Before 3.12 it can be None, if that is what somebody set.
        unsafe { Owned::<Any>::from_ref(self.py(), trace) }.downcast().ok()
    }

    /// `self.__traceback__ = traceback`; the exception takes its own reference (`PyException_SetTraceback`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let exception = py.run("1 / 0", None).unwrap_err().into_value(py);
    /// exception.set_traceback(None);
    /// assert!(exception.traceback().is_none());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn set_traceback(&self, traceback: Option<&Owned<'py, Traceback>>) {
        let none = self.py().none();
        let traceback = traceback.map_or(none.raw(), |traceback| traceback.raw());
        // SAFETY: a handle to an exception; a traceback or None is never refused.
        unsafe { raw::exception_set_traceback(self.raw(), traceback) }.expect("a traceback is accepted");
    }

    /// `self.__cause__`, what `raise … from` gave (`PyException_GetCause`). A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let error = ValueError::new("no ink").caused_by(KeyError::new("pot"));
    /// assert_eq!(error.into_value(py).cause().unwrap().repr()?.to_str()?, "KeyError('pot')");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn cause(&self) -> Option<Owned<'py, BaseException>> {
        // SAFETY: a handle to an exception.
        self.other(unsafe { raw::exception_get_cause(self.raw()) })
    }

    /// `self.__cause__ = cause`, which also suppresses the context (`PyException_SetCause`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let exception = ValueError::new("no ink").into_value(py);
    /// exception.set_cause(Some(KeyError::new("pot").into_value(py)));
    /// assert!(exception.cause().is_some() && exception.suppress_context()?);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn set_cause(&self, cause: Option<Owned<'py, BaseException>>) {
        // SAFETY: a handle to an exception, and another or none.
        unsafe { raw::exception_set_cause(self.raw(), cause.map(Owned::into_stolen)) }
    }

    /// `self.__context__`: the exception that was being handled when this one was raised (`PyException_GetContext`).
    /// A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let error = py.run("try: {}['ink']\nexcept KeyError: 1 / 0", None).unwrap_err();
    /// assert_eq!(error.into_value(py).context().unwrap().type_name(), "KeyError");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn context(&self) -> Option<Owned<'py, BaseException>> {
        // SAFETY: a handle to an exception.
        self.other(unsafe { raw::exception_get_context(self.raw()) })
    }

    /// `self.__context__ = context` (`PyException_SetContext`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let exception = ValueError::new("no ink").into_value(py);
    /// exception.set_context(Some(KeyError::new("pot").into_value(py)));
    /// assert!(exception.context().is_some());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn set_context(&self, context: Option<Owned<'py, BaseException>>) {
        // SAFETY: a handle to an exception, and another or none.
        unsafe { raw::exception_set_context(self.raw(), context.map(Owned::into_stolen)) }
    }

    /// `self.__suppress_context__`: whether the context is left out where the exception is printed.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let error = py.run("raise ValueError('no ink') from None", None).unwrap_err();
    /// assert!(error.into_value(py).suppress_context()?);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn suppress_context(&self) -> Result<bool> {
        self.getattr("__suppress_context__")?.is_true()
    }

    /// `self.__suppress_context__ = suppress`.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let exception = ValueError::new("no ink").into_value(py);
    /// exception.set_suppress_context(true)?;
    /// assert!(exception.suppress_context()?);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn set_suppress_context(&self, suppress: bool) -> Result<()> {
        // SAFETY: attached, by the handle.
        let value = unsafe { raw::bool_from_long(suppress.into()) };
        // SAFETY: a handle: attached and alive; a C string.
        Ok(unsafe { raw::object_set_attr_string(self.raw(), c"__suppress_context__".as_ptr(), value.borrow()) }?)
    }

    /// `self.args`. A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let exception = ValueError::new("no ink").into_value(py);
    /// assert_eq!(exception.args()?.repr()?.to_str()?, "('no ink',)");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `TypeError` if a subclass has something else than a tuple there.
    #[track_caller]
    #[inline]
    pub fn args(&self) -> Result<Owned<'py, Tuple>> {
        Ok(self.getattr("args")?.downcast()?)
    }

    /// `self.add_note(note)`: a line that is printed below the message.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let exception = ValueError::new("no ink").into_value(py);
    /// exception.add_note("refill the pot")?;
    /// assert!(exception.format()?.ends_with("ValueError: no ink\nrefill the pot\n"));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn add_note(&self, note: &str) -> Result<()> {
        let (name, note) = (Str::new(self.py(), "add_note")?, Str::new(self.py(), note)?);
        // SAFETY: handles: attached and alive.
        let none = unsafe { raw::object_call_method_one_arg(self.raw(), name.raw(), note.raw()) }?;
        drop(none);
        Ok(())
    }

    /// The notes, `self.__notes__`: new references, of `str`s unless somebody put other objects there.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let exception = ValueError::new("no ink").into_value(py);
    /// assert!(exception.notes()?.is_empty());
    /// exception.add_note("refill the pot")?;
    /// assert_eq!(exception.notes()?[0].str()?.to_str()?, "refill the pot");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn notes(&self) -> Result<Vec<Owned<'py, Any>>> {
        let Some(notes) = self.getattr_opt("__notes__")? else {
            return Ok(Vec::new());
        };
        notes.iter()?.collect()
    }

    /// The text that Python prints where nobody catches it: traceback, causes, message and notes.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(ValueError::new("no ink").into_value(py).format()?, "ValueError: no ink\n");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn format(&self) -> Result<String> {
        joined(self.py(), "format_exception", self.raw())
    }

    #[track_caller]
    #[inline]
    fn other(&self, other: Option<NewRef>) -> Option<Owned<'py, BaseException>> {
        let place = Location::caller();
        // SAFETY: a cause and a context are exceptions.
        other.map(|other| unsafe { Owned::from_ref_at(self.py(), other, place) })
    }
}

/// The lines that a function of Python's `traceback` gives, as one text.
#[track_caller]
#[inline]
pub(super) fn joined(py: Python<'_>, function: &str, argument: BorrowedRef<'_>) -> Result<String> {
    let function = py.import("traceback")?.getattr(function)?;
    // SAFETY: attached, by `py`.
    let lines = unsafe { raw::object_call_one_arg(function.raw(), argument) }?;
    let empty = Str::new(py, "")?;
    // SAFETY: attached, by `py`; a str.
    let text = unsafe { raw::unicode_join(empty.raw(), lines.borrow()) }?;
    Ok(lossy(text.borrow()).unwrap_or_default())
}

/// What an exception object has. Asking an error that was not built yet builds an exception for the answer alone; changing
/// it builds the one that the error then keeps.
impl PyErr {
    /// The exception's class. A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(ValueError::new("no ink").type_of(py).name(), "ValueError");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn type_of<'py>(&self, py: Python<'py>) -> Owned<'py, Type> {
        self.object(py).type_of()
    }

    /// See [`Owned<BaseException>::traceback`](Owned::traceback).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert!(py.run("1 / 0", None).unwrap_err().traceback(py).is_some());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn traceback<'py>(&self, py: Python<'py>) -> Option<Owned<'py, Traceback>> {
        self.object(py).traceback()
    }

    /// See [`Owned<BaseException>::set_traceback`](Owned::set_traceback).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let mut error = py.run("1 / 0", None).unwrap_err();
    /// error.set_traceback(py, None);
    /// assert!(error.traceback(py).is_none());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn set_traceback<'py>(&mut self, py: Python<'py>, traceback: Option<&Owned<'py, Traceback>>) {
        self.value(py).set_traceback(traceback);
    }

    /// The cause, as an error of its own.
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
    #[inline]
    pub fn cause(&self, py: Python<'_>) -> Option<PyErr> {
        self.object(py).cause().map(PyErr::from_value)
    }

    /// Gives it a cause, or takes it away.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let mut error = ValueError::new("no ink");
    /// error.set_cause(py, Some(KeyError::new("pot")));
    /// assert!(error.cause(py).is_some());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn set_cause(&mut self, py: Python<'_>, cause: Option<PyErr>) {
        self.set_cause_value(py, cause);
    }

    /// Takes the cause away and gives it to the caller.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let mut error = ValueError::new("no ink").caused_by(KeyError::new("pot"));
    /// assert!(error.take_cause(py).unwrap().is::<KeyError>(py));
    /// assert!(error.cause(py).is_none());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn take_cause(&mut self, py: Python<'_>) -> Option<PyErr> {
        let cause = self.cause(py);
        self.set_cause(py, None);
        cause
    }

    /// The exception that was being handled when it was raised, as an error of its own.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let error = py.run("try: {}['ink']\nexcept KeyError: 1 / 0", None).unwrap_err();
    /// assert!(error.context(py).unwrap().is::<KeyError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn context(&self, py: Python<'_>) -> Option<PyErr> {
        self.object(py).context().map(PyErr::from_value)
    }

    /// Gives it a context, or takes it away.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let mut error = ValueError::new("no ink");
    /// error.set_context(py, Some(KeyError::new("pot")));
    /// assert!(error.context(py).is_some());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn set_context(&mut self, py: Python<'_>, context: Option<PyErr>) {
        self.value(py).set_context(context.map(|context| context.into_value(py)));
    }

    /// See [`Owned<BaseException>::add_note`](Owned::add_note).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let mut error = ValueError::new("no ink");
    /// error.add_note(py, "refill the pot")?;
    /// assert_eq!(error.notes(py)?.len(), 1);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn add_note(&mut self, py: Python<'_>, note: &str) -> Result<()> {
        self.value(py).add_note(note)
    }

    /// See [`Owned<BaseException>::notes`](Owned::notes).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert!(ValueError::new("no ink").notes(py)?.is_empty());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn notes<'py>(&self, py: Python<'py>) -> Result<Vec<Owned<'py, Any>>> {
        self.object(py).notes()
    }

    /// See [`Owned<BaseException>::format`](Owned::format).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(ValueError::new("no ink").format(py)?, "ValueError: no ink\n");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn format(&self, py: Python<'_>) -> Result<String> {
        self.object(py).format()
    }

    /// Whether `except classes` would catch it: `classes` is an exception class or a tuple of some
    /// (`PyErr_GivenExceptionMatches`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let error = KeyError::new("pot");
    /// assert!(error.matches(py, &py.eval("(ValueError, LookupError)", None)?)?);
    /// assert!(error.matches(py, &py.none()).unwrap_err().is::<TypeError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `TypeError` if it is anything else, as in Python.
    #[track_caller]
    #[inline]
    pub fn matches(&self, py: Python<'_>, classes: &Owned<'_, Any>) -> Result<bool> {
        let is_class = |class: BorrowedRef<'_>| BaseException::covers(class);
        let caught = match classes.as_borrowed().downcast::<Tuple>() {
            Ok(tuple) => tuple.items().all(|class| is_class(class.raw())),
            Err(_) => is_class(classes.raw()),
        };
        if !caught {
            return Err(TypeError::new("catching classes that do not inherit from BaseException is not allowed"));
        }
        let value = self.object(py);
        // SAFETY: attached, by `py`.
        Ok(unsafe { raw::err_given_exception_matches(Some(value.raw()), Some(classes.raw())) })
    }

    /// Whether it is an instance of `class`, or of a class that derives from it. No Python code runs.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let class = py.eval("LookupError", None)?.downcast::<Type>()?;
    /// assert!(KeyError::new("pot").is_instance_of(py, &class));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn is_instance_of(&self, py: Python<'_>, class: &Owned<'_, Type>) -> bool {
        raw::is_instance_of(self.object(py).raw(), class.raw())
    }
}
