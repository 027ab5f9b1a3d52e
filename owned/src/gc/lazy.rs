//! Errors whose arguments are built when they reach Python, of values that the collector sees until then.
#![expect(unsafe_code, reason = "is visited by the collector through a trait object of a lower floor")]

use core::ffi::{c_int, c_void};
use core::marker::PhantomData;

use crate::err::{ExceptionClass, Later, PyErr, Result, What};
use crate::object::Tuple;
use crate::ptr::{Any, Owned};
use crate::raw::NewRef;
use crate::raw::structs::visitproc;
use crate::token::Python;

use super::{Stop, Traverse, Visitor};

/// Makes the arguments of an exception of the values that were kept for it.
type Build<C> = for<'a, 'py> fn(&'a C, Python<'py>) -> Result<Owned<'py, Tuple>>;

struct Captured<E, C> {
    captures: C,
    build: Build<C>,
    class: PhantomData<fn() -> E>,
}

impl<E: ExceptionClass, C: Traverse + Send + Sync> Later for Captured<E, C> {
    fn name(&self) -> &'static str {
        E::NAME
    }

    #[track_caller]
    fn build<'py>(&self, py: Python<'py>) -> Result<(Owned<'py, Any>, Vec<NewRef>)> {
        let arguments = (self.build)(&self.captures, py)?;
        Ok((E::class(py)?, arguments.items().map(|argument| argument.raw().to_new()).collect()))
    }

    unsafe fn visit(&self, visit: visitproc, argument: *mut c_void) -> c_int {
        // SAFETY: the caller's.
        let mut visitor = unsafe { Visitor::new(visit, argument) };
        match self.captures.traverse(&mut visitor) {
            Ok(()) => 0,
            Err(Stop(stop)) => stop,
        }
    }
}

impl PyErr {
    /// An error of the class `E`, the arguments of which are built when it first reaches Python.
    ///
    /// What they are made of is captured by value and shown to the collector, so a class may keep the error in a field;
    /// the function captures nothing.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    ///
    /// let error = PyErr::lazy::<KeyError, _>(("colour", 7), |(name, number), py| (*name, *number).into_py(py));
    /// Python::attach(|py| {
    ///     assert_eq!(error.into_value(py).str()?.to_str()?, "('colour', 7)");
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    pub fn lazy<E: ExceptionClass, C: Traverse + Send + Sync + 'static>(captures: C, build: Build<C>) -> PyErr {
        What::Later(Box::new(Captured::<E, C> { captures, build, class: PhantomData })).into()
    }
}
