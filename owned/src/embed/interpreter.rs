//! The value that owns the interpreter.
#![expect(unsafe_code, reason = "ends the interpreter, which it has started")]

use core::marker::PhantomData;

use crate::err::{Result as PyResult, write_unraisable};
use crate::raw;
use crate::token::{self, Python, StartError, StopError};

use super::InterpreterBuilder;

/// A running interpreter, which ends with this value at the latest.
///
/// A process has one at a time. It is stopped on the thread that has started it, so this value stays there; other threads
/// use [`Python::try_attach`]. When it has stopped, attaching is an error (or a panic, with [`Python::attach`]), a
/// [`Py`](crate::Py) that is left does nothing more, and another interpreter can be started.
///
/// ```
/// use owned::embed::{Interpreter, StopError};
/// use owned::prelude::*;
///
/// let interpreter = Interpreter::start()?;
/// let list = interpreter.attach(|py| Ok::<_, PyErr>(List::new(py, [1, 2, 3])?.unbind()))?;
/// assert_eq!(interpreter.attach(|_| interpreter.stop()), Err(StopError::Attached(1)));
/// interpreter.stop()?;
/// assert!(Python::try_attach(|_| ()).is_err());
/// drop(list); // nobody is left who could release it
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Interpreter {
    /// The one that was started, and no later one.
    life: usize,
    /// Neither `Send` nor `Sync`: the interpreter is stopped on the thread that has started it.
    marker: PhantomData<*mut ()>,
}

#[cfg(test)]
static_assertions::assert_not_impl_any!(Interpreter: Send, Sync, Clone);

impl Interpreter {
    /// Starts an interpreter as [`Interpreter::builder`] does if nothing is said. This thread is left detached.
    ///
    /// ```
    /// use owned::embed::{Interpreter, StartError};
    ///
    /// let interpreter = Interpreter::start()?;
    /// assert_eq!(Interpreter::start().unwrap_err(), StartError::Running); // a process has one at a time
    /// # interpreter.stop().unwrap();
    /// # Ok::<(), StartError>(())
    /// ```
    ///
    /// # Errors
    /// Why it could not: see [`StartError`].
    #[inline]
    pub fn start() -> Result<Self, StartError> {
        Self::builder().start()
    }

    /// To say how it is started.
    ///
    /// ```
    /// use owned::embed::Interpreter;
    ///
    /// let interpreter = Interpreter::builder().isolated(true).start()?;
    /// interpreter.stop()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[inline]
    pub fn builder() -> InterpreterBuilder {
        InterpreterBuilder::default()
    }

    #[inline]
    pub(super) fn started() -> Self {
        Interpreter { life: raw::life(), marker: PhantomData }
    }

    /// Attaches this thread, runs `f`, and detaches again, like [`Python::attach`].
    ///
    /// ```
    /// use owned::embed::Interpreter;
    /// use owned::prelude::*;
    ///
    /// let interpreter = Interpreter::start()?;
    /// let length = interpreter.attach(|py| Str::new(py, "ink").map(|text| text.len()))?;
    /// assert_eq!(length, 3);
    /// # interpreter.stop()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Panics
    /// If the interpreter has stopped.
    #[track_caller]
    #[inline]
    pub fn attach<R>(&self, f: impl for<'py> FnOnce(Python<'py>) -> R) -> R {
        assert!(self.runs(), "the interpreter has stopped");
        Python::attach(f)
    }

    /// Stops the interpreter: waits for the threads that Python code has started and that are no daemons, runs what was
    /// registered with `atexit`, flushes the standard streams, and tears everything down. If it has stopped already,
    /// nothing is done.
    ///
    /// What is left on other threads (daemons, and threads of other libraries that attach) hangs or ends when it next
    /// wants to run Python code; after that no other interpreter can be started, since such a thread could still wake up
    /// in it.
    ///
    /// ```
    /// use owned::embed::{Interpreter, StopError};
    ///
    /// let interpreter = Interpreter::start().unwrap();
    /// assert_eq!(interpreter.attach(|_| interpreter.stop()), Err(StopError::Attached(1))); // by this very closure
    /// interpreter.stop()?;
    /// interpreter.stop()?; // there is nothing left to stop
    /// # Ok::<(), StopError>(())
    /// ```
    ///
    /// # Errors
    /// [`StopError::Attached`] if a thread is attached, this one included: the interpreter then goes on running, and can
    /// be stopped later. (Should a thread have attached while those of Python ended, `atexit` has been run.)
    /// [`StopError::NotFlushed`] if output could not be written: it has stopped.
    #[inline]
    pub fn stop(&self) -> Result<(), StopError> {
        if !self.runs() {
            return Ok(());
        }
        // SAFETY: it runs, and this value cannot have left the thread that has started it.
        unsafe { token::stop(finish) }
    }

    #[inline]
    fn runs(&self) -> bool {
        self.life == raw::life() && raw::interpreter_is_running()
    }
}

impl Drop for Interpreter {
    /// Stops it, and leaves it running if it cannot be stopped.
    #[inline]
    fn drop(&mut self) {
        let _ = self.stop();
    }
}

/// What the end of an interpreter begins with, while other threads may still attach: those may be waited for.
#[inline]
fn finish(py: Python<'_>) {
    for step in [join_threads, run_exit_functions] {
        if let Err(error) = step(py) {
            write_unraisable(py, error, None);
        }
    }
}

#[inline]
fn join_threads(py: Python<'_>) -> PyResult<()> {
    let threading = py.import("sys")?.getattr("modules")?.call_method("get", ("threading",))?;
    if threading.is_none() { Ok(()) } else { threading.call_method("_shutdown", ()).map(drop) }
}

#[inline]
fn run_exit_functions(py: Python<'_>) -> PyResult<()> {
    py.import("atexit")?.call_method("_run_exitfuncs", ()).map(drop)
}
