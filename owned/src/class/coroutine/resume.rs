//! Driving a coroutine: `send`, `throw`, `close`.

use core::sync::atomic::Ordering::SeqCst;
use core::task::{Context, Poll};

use crate::err::{GeneratorExit, PyErr, Result, RuntimeError, RuntimeWarning, StopIteration, TypeError, warn};
use crate::object::Reply;
use crate::ptr::{Any, Owned};
use crate::token::Python;

use super::awaitable;
use super::future::Body;
use super::object::Coroutine;
use super::stage::{At, Stage};

/// What a coroutine is resumed with.
pub(super) enum Input<'py> {
    Send(Owned<'py, Any>),
    Throw(PyErr),
}

/// The future while it runs. However that ends, by a panic too, the coroutine is then suspended or finished.
struct Running<'a, 'py> {
    coroutine: &'a Coroutine,
    py: Python<'py>,
    future: Option<Body>,
}

impl Running<'_, '_> {
    /// Puts the future back.
    #[inline]
    fn suspend(mut self) {
        if let Some(future) = self.future.take() {
            self.coroutine.stages.set(Stage::Suspended(future));
        }
    }
}

impl Drop for Running<'_, '_> {
    /// The coroutine is over: the future is dropped, and then what it has kept.
    #[inline]
    fn drop(&mut self) {
        if let Some(future) = self.future.take() {
            // Finished first: what is dropped may close whatever awaits this coroutine, and that this coroutine.
            self.coroutine.stages.set(Stage::Finished(None));
            drop(future);
            self.coroutine.table.end(self.py);
        }
    }
}

impl Coroutine {
    /// Runs it until it next yields, or returns.
    ///
    /// # Errors
    /// What comes out of it; `ValueError` while it is running, `RuntimeError` when it is over; `TypeError` if the first
    /// value sent in is not `None`.
    #[inline]
    pub(super) fn resume<'py>(&self, py: Python<'py>, input: Input<'py>) -> Result<Reply<'py>> {
        let (future, is_new) = self.stages.run()?;
        if is_new
            && let Input::Send(value) = &input
            && !value.is_none()
        {
            self.stages.set(Stage::Created(future));
            return Err(TypeError::new("can't send non-None value to a just-started coroutine"));
        }
        let table = &self.table;
        let _entered = table.enter();
        let running = Running { coroutine: self, py, future: Some(future) };
        drop(table.set_sleep(py, None)?);
        table.sweep(py);
        match (table.iterator(py), input) {
            (_, Input::Throw(error)) if is_new => return Err(error),
            (Some(iterator), input) => {
                let stepped = match input {
                    Input::Send(value) => awaitable::send(&iterator, &value),
                    Input::Throw(error) => awaitable::throw(&iterator, error),
                };
                match stepped {
                    // Only what is awaited has gone on.
                    Ok(Reply::Yielded(yielded)) if !table.woken.load(SeqCst) => {
                        running.suspend();
                        return Ok(Reply::Yielded(yielded));
                    }
                    Ok(Reply::Yielded(yielded)) => table.set_yielded(yielded)?,
                    Ok(Reply::Returned(value)) => table.settle(py, Ok(value))?,
                    Err(error) => table.settle(py, Err(error))?,
                }
            }
            (None, Input::Send(_)) => {}
            (None, Input::Throw(error)) => {
                if let Some(error) = table.throw(py, error)? {
                    return Err(error);
                }
            }
        }
        running.poll()
    }

    /// Ends it where it waits: what it awaits is closed, and its future is dropped.
    ///
    /// # Errors
    /// `ValueError` while it is running; what closing raises.
    #[inline]
    pub(super) fn close(&self, py: Python<'_>) -> Result<()> {
        let Some((future, _)) = self.stages.take()? else {
            return Ok(());
        };
        let _entered = self.table.enter();
        Running { coroutine: self, py, future: Some(future) }.close_awaited()
    }

    /// What Python does with a coroutine that nobody needs any more. Its future and what it has kept stay, and go with
    /// its memory: there a long chain of coroutines is taken apart without a deep stack.
    ///
    /// # Errors
    /// The warning that it was never awaited, where that is an error; what closing raises.
    #[inline]
    pub(super) fn finalize(&self, py: Python<'_>) -> Result<()> {
        match self.stages.at() {
            At::Created => {
                let message = format!("coroutine '{}' was never awaited", self.names);
                warn::<RuntimeWarning>(py, &message, 1)
            }
            At::Suspended => {
                let Some((future, _)) = self.stages.take()? else {
                    return Ok(());
                };
                let _entered = self.table.enter();
                let mut running = Running { coroutine: self, py, future: Some(future) };
                let closed = running.close_awaited();
                self.stages.set(Stage::Finished(running.future.take()));
                closed
            }
            At::Running | At::Finished => Ok(()),
        }
    }
}

impl<'py> Running<'_, 'py> {
    /// Closes what is awaited.
    #[inline]
    fn close_awaited(&self) -> Result<()> {
        let (py, table) = (self.py, &self.coroutine.table);
        let Some(iterator) = table.iterator(py) else {
            return Ok(());
        };
        // Before any code runs, so that the future's destructor does not close it again.
        table.settle(py, Err(GeneratorExit::new("")))?;
        awaitable::close(&iterator)
    }

    #[inline]
    fn poll(mut self) -> Result<Reply<'py>> {
        let (py, table) = (self.py, &self.coroutine.table);
        table.woken.store(false, SeqCst);
        let waker = table.waker();
        let future = self.future.as_mut().expect("put there when it began to run");
        let polled = future.as_mut().run(py, &mut Context::from_waker(&waker));
        let thrown = table.take_thrown(py)?;
        if let Some(error) = thrown {
            // Nobody has taken it: it ends the coroutine, as it would without a `Catch`.
            return Err(error);
        }
        match polled {
            Poll::Ready(Ok(value)) => return Ok(Reply::Returned(value)),
            Poll::Ready(Err(error)) => return Err(not_a_stop(py, error)),
            Poll::Pending => {}
        }
        let yielded = match table.take_yielded(py)? {
            Some(yielded) => yielded,
            // It was woken already: an event loop comes back after the others.
            None => table.fall_asleep(py)?.unwrap_or_else(|| py.none()),
        };
        self.suspend();
        Ok(Reply::Yielded(yielded))
    }
}

/// PEP 479: a `StopIteration` would look like a result.
#[inline]
fn not_a_stop(py: Python<'_>, error: PyErr) -> PyErr {
    if error.is::<StopIteration>(py) {
        RuntimeError::new("coroutine raised StopIteration").caused_by(error)
    } else {
        error
    }
}
