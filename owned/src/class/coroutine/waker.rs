//! The waker: how a future of Rust has the event loop come back.

use core::sync::atomic::Ordering::SeqCst;
use core::task::Waker;
use std::sync::Arc;
use std::task::Wake;

use crate::err::{self, PyErr, Result, RuntimeError};
use crate::object::Callable;
use crate::ptr::{Any, Owned};
use crate::token::{self, Python};

use super::table::{Sleep, Table};

/// May be called on any thread, attached or not, and under any lock: it runs no Python code and attaches nobody. If an
/// event loop waits, it is told by whichever thread is attached next.
impl Wake for Table {
    #[inline]
    fn wake(self: Arc<Self>) {
        if self.wakes() {
            token::run_later_in(self.home, Box::new(move |py| self.rouse(py)));
        }
    }

    #[inline]
    fn wake_by_ref(self: &Arc<Self>) {
        if self.wakes() {
            self.clone().wake_later();
        }
    }
}

impl Table {
    #[inline]
    fn wake_later(self: Arc<Self>) {
        token::run_later_in(self.home, Box::new(move |py| self.rouse(py)));
    }

    /// Notes that it was called; whether somebody has to be told.
    #[inline]
    fn wakes(&self) -> bool {
        // The other side stores `asleep` before it loads `woken`: one of the two sees the other.
        !self.woken.swap(true, SeqCst) && self.asleep.load(SeqCst)
    }

    #[inline]
    pub(super) fn waker(self: &Arc<Self>) -> Waker {
        Waker::from(self.clone())
    }

    /// Tells the event loop.
    #[inline]
    fn rouse(&self, py: Python<'_>) {
        let Some((event_loop, future)) = self.sleep(py) else {
            return;
        };
        let told =
            set_callback(py).and_then(|callback| event_loop.call_method("call_soon_threadsafe", (callback, future)));
        match told {
            Ok(handle) => drop(handle),
            // The loop is closed: nobody waits.
            Err(error) if error.is::<RuntimeError>(py) => {}
            Err(error) => err::write_unraisable(py, error, None),
        }
    }

    /// A future of the running event loop, for the coroutine to yield until the waker is called; `None` if it was called
    /// already.
    ///
    /// # Errors
    /// `RuntimeError` if no event loop of asyncio runs.
    #[inline]
    pub(super) fn fall_asleep<'py>(&self, py: Python<'py>) -> Result<Option<Owned<'py, Any>>> {
        if self.woken.load(SeqCst) {
            return Ok(None);
        }
        let event_loop = running_loop(py)?;
        let future = event_loop.call_method("create_future", ())?;
        // What `await future` does, so that the task that drives the coroutine waits for it.
        future.setattr("_asyncio_future_blocking", true)?;
        let sleep = Sleep { event_loop: event_loop.unbind(), future: future.clone().unbind() };
        drop(self.set_sleep(py, Some(sleep))?);
        if self.woken.load(SeqCst) {
            drop(self.set_sleep(py, None)?);
            return Ok(None);
        }
        Ok(Some(future))
    }
}

#[inline]
fn running_loop(py: Python<'_>) -> Result<Owned<'_, Any>> {
    let asyncio = py.import("asyncio")?;
    asyncio
        .call_method("get_running_loop", ())
        .map_err(|error| if error.is::<RuntimeError>(py) { no_loop().caused_by(error) } else { error })
}

#[cold]
#[inline]
fn no_loop() -> PyErr {
    RuntimeError::new("a coroutine waits for a future of Rust, and no event loop of asyncio runs that could be woken")
}

/// Sets a future that is not done.
#[inline]
fn set_callback(py: Python<'_>) -> Result<Owned<'_, Callable>> {
    Callable::from_rust(py, "wake", (), |(), args, _| {
        let future = args.get(0)?.to_owned();
        if !future.call_method("done", ())?.is_true()? {
            future.call_method("set_result", (future.py().none(),))?;
        }
        Ok(future.py().none())
    })
}
