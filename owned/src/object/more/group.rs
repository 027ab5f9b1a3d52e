//! Exception groups: what is in them, and taking them apart as `except*` does.
#![expect(unsafe_code, reason = "calls methods of groups; a handle proves an attached thread and the type")]

use crate::err::{BaseException, BaseExceptionGroup, ExceptionClass, ExceptionGroup, PyErr, Result, TypeError};
use crate::ptr::{Any, Borrowed, Owned};
use crate::raw;
use crate::token::Python;

use crate::object::{Str, Tuple};

/// A group, if there is something to be in it.
type Part<'py> = Option<Owned<'py, BaseExceptionGroup>>;

impl<'py> Owned<'py, BaseExceptionGroup> {
    /// What the group says of itself (`self.message`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::exceptions::{BaseExceptionGroup, ExceptionGroup};
    /// let error = ExceptionGroup::new("two of them", vec![ValueError::new("one"), TypeError::new("other")]);
    /// let group = error.into_value(py).into_any().downcast::<BaseExceptionGroup>()?;
    /// assert_eq!(group.message()?.to_str()?, "two of them");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn message(&self) -> Result<Owned<'py, Str>> {
        Ok(self.getattr("message")?.downcast()?)
    }

    /// The exceptions in it, new references; some can be groups (`self.exceptions`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::exceptions::{BaseExceptionGroup, ExceptionGroup};
    /// let error = ExceptionGroup::new("two of them", vec![ValueError::new("one"), TypeError::new("other")]);
    /// let group = error.into_value(py).into_any().downcast::<BaseExceptionGroup>()?;
    /// assert_eq!(group.exceptions()?.len(), 2);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn exceptions(&self) -> Result<Vec<Owned<'py, BaseException>>> {
        let exceptions: Owned<'py, Tuple> = self.getattr("exceptions")?.downcast()?;
        exceptions.items().map(|exception| Ok(exception.to_owned().downcast()?)).collect()
    }

    /// The part that matches and the part that does not, as groups of the same shape (`self.split(condition)`).
    /// `condition` is a class, a tuple of classes, or a callable that is asked of each exception.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::exceptions::{BaseExceptionGroup, ExceptionGroup};
    /// let error = ExceptionGroup::new("two of them", vec![ValueError::new("one"), TypeError::new("other")]);
    /// let group = error.into_value(py).into_any().downcast::<BaseExceptionGroup>()?;
    /// let (values, others) = group.split(&py.eval("ValueError", None)?)?;
    /// assert_eq!((values.unwrap().exceptions()?.len(), others.unwrap().exceptions()?.len()), (1, 1));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// What the callable raises; `TypeError` for another condition, or if a subclass gives no two groups.
    #[track_caller]
    #[inline]
    pub fn split(&self, condition: &Owned<'py, Any>) -> Result<(Part<'py>, Part<'py>)> {
        let parts = self.ask("split", condition)?.downcast::<Tuple>()?;
        match parts.items().collect::<Vec<_>>().as_slice() {
            [matching, rest] => Ok((part(Borrowed::to_owned(*matching))?, part(Borrowed::to_owned(*rest))?)),
            others => Err(TypeError::new(format!("split() should give two groups, not {}", others.len()))),
        }
    }

    /// The part that matches, as a group of the same shape (`self.subgroup(condition)`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::exceptions::{BaseExceptionGroup, ExceptionGroup};
    /// let error = ExceptionGroup::new("one of them", vec![ValueError::new("one")]);
    /// let group = error.into_value(py).into_any().downcast::<BaseExceptionGroup>()?;
    /// assert!(group.subgroup(&py.eval("KeyError", None)?)?.is_none());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// As [`split`](Owned::split).
    #[track_caller]
    #[inline]
    pub fn subgroup(&self, condition: &Owned<'py, Any>) -> Result<Part<'py>> {
        part(self.ask("subgroup", condition)?)
    }

    #[track_caller]
    #[inline]
    fn ask(&self, method: &str, condition: &Owned<'py, Any>) -> Result<Owned<'py, Any>> {
        let method = Str::new(self.py(), method)?;
        // SAFETY: handles: attached and alive.
        let answer = unsafe { raw::object_call_method_one_arg(self.raw(), method.raw(), condition.raw()) }?;
        // SAFETY: any object is an `Any`.
        Ok(unsafe { Owned::from_ref(self.py(), answer) })
    }
}

#[track_caller]
#[inline]
fn part(object: Owned<'_, Any>) -> Result<Part<'_>> {
    if object.is_none() { Ok(None) } else { Ok(Some(object.downcast()?)) }
}

impl PyErr {
    /// What `except* E` would catch, and what it would leave. Of a group it is the part that matches; any other
    /// exception is all or nothing, and what is caught comes in a group of its own.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::exceptions::ExceptionGroup;
    /// let error = ExceptionGroup::new("two of them", vec![ValueError::new("one"), TypeError::new("other")]);
    /// let (caught, left) = error.except_star::<ValueError>(py)?;
    /// assert!(caught.is_some() && left.is_some());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `TypeError` if `E` is a class of groups, as in Python; what making the groups raises.
    #[track_caller]
    pub fn except_star<E: ExceptionClass>(mut self, py: Python<'_>) -> Result<(Option<PyErr>, Option<PyErr>)> {
        let class = E::class(py)?;
        if BaseExceptionGroup::covers(class.raw()) {
            return Err(TypeError::new("catching ExceptionGroup with except* is not allowed. Use except instead."));
        }
        let value = self.value(py);
        match value.into_any().downcast::<BaseExceptionGroup>() {
            Ok(group) => {
                let (caught, left) = group.split(&class)?;
                Ok((caught.map(PyErr::from_value), left.map(PyErr::from_value)))
            }
            Err(_) if !self.is::<E>(py) => Ok((None, Some(self))),
            Err(_) => {
                let mut group = if self.is::<crate::err::Exception>(py) {
                    ExceptionGroup::new("", vec![self])
                } else {
                    BaseExceptionGroup::new("", vec![self])
                };
                group.value(py);
                Ok((Some(group), None))
            }
        }
    }
}
