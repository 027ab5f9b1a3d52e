//! [`Spawned`]: a task of the event loop, as a future of Rust.

use core::fmt;
use core::future::Future;
use core::marker::PhantomData;
use core::panic::{RefUnwindSafe, UnwindSafe};
use core::pin::Pin;
use core::task::{Context, Poll, Waker};
use std::sync::{Arc, Mutex};

use crate::convert::FromPy;
use crate::err::{self, Result, RuntimeError};
use crate::gc::Opaque;
use crate::object::Callable;
use crate::ptr::{Any, Owned};
use crate::token::Python;

use super::table::{Entry, Late, Table, ended, lock};

/// What [`Async::spawn`](super::Async::spawn) gives: a future that comes to what a task comes to.
///
/// It holds no reference: the task is in the coroutine's table, and with the event loop. Dropped before the end, it
/// cancels the task.
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
/// use owned::coroutine::Spawned;
/// Python::attach(|py| {
///     let coroutine = Async::coroutine(py, "slow", |cx| async move {
///         let task: Spawned<i64> = cx.spawn(|py| py.import("asyncio")?.call_method("sleep", (0, 42)));
///         task.await // it has run since it was made
///     })?;
///     let answer = py.import("asyncio")?.call_method("run", (coroutine,))?;
///     assert_eq!(answer.extract::<i64>()?, 42);
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
#[must_use = "a task that nobody waits for is cancelled"]
pub struct Spawned<T> {
    task: Task,
    // A `T` is made, none is held.
    marker: PhantomData<fn() -> T>,
}

struct Task {
    table: Arc<Table>,
    /// The place of the task, or of an error; `None` once it is taken out.
    place: Option<usize>,
    told: Arc<Told>,
}

/// What the task tells when it is done.
#[derive(Default)]
struct Told(Mutex<State>);

// A waker holds no reference of Python's.
impl UnwindSafe for Told {}
impl RefUnwindSafe for Told {}

#[derive(Default)]
struct State {
    done: bool,
    waker: Option<Waker>,
}

impl<T> Spawned<T> {
    /// Makes a task of an awaitable.
    pub(super) fn new(py: Python<'_>, table: Arc<Table>, awaitable: Result<Owned<'_, Any>>) -> Self {
        let told = Arc::<Told>::default();
        let entry = match awaitable.and_then(|awaitable| begin(&awaitable, &told)) {
            Ok(task) => Entry::Object(task.unbind()),
            Err(error) => Entry::Error(error),
        };
        let place = table.keep(py, entry).ok();
        Spawned { task: Task { table, place, told }, marker: PhantomData }
    }
}

#[inline]
fn begin<'py>(awaitable: &Owned<'py, Any>, told: &Arc<Told>) -> Result<Owned<'py, Any>> {
    let py = awaitable.py();
    let task = py.import("asyncio")?.call_method("ensure_future", (awaitable,))?;
    let told = Opaque::new(told.clone(), "a waker holds no reference");
    let tell = Callable::from_rust(py, "done", told, |told, args, _| {
        told.tell();
        // If that was the waker of a coroutine, its event loop is to be told; nothing is locked here.
        Python::attach(|_| ());
        Ok(args.py().none())
    })?;
    task.call_method("add_done_callback", (tell,))?;
    Ok(task)
}

impl Told {
    #[inline]
    fn tell(&self) {
        let waker = {
            let mut state = lock(&self.0);
            state.done = true;
            state.waker.take()
        };
        if let Some(waker) = waker {
            waker.wake();
        }
    }

    /// Whether it is done; if not, `waker` is told of it.
    #[inline]
    fn is_done(&self, waker: &Waker) -> bool {
        let mut state = lock(&self.0);
        let before = if state.done { None } else { state.waker.replace(waker.clone()) };
        let done = state.done;
        drop(state);
        drop(before);
        done
    }
}

impl<T: for<'a, 'py> FromPy<'a, 'py>> Future for Spawned<T> {
    type Output = Result<T>;

    /// # Panics
    /// If it is polled again after it was ready.
    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        Python::attach(|py| match self.task.poll(py, context) {
            Ok(Some(value)) => Poll::Ready(T::from_py(value.as_borrowed())),
            Ok(None) => Poll::Pending,
            Err(error) => Poll::Ready(Err(error)),
        })
    }
}

impl Task {
    #[inline]
    fn poll<'py>(&mut self, py: Python<'py>, context: &mut Context<'_>) -> Result<Option<Owned<'py, Any>>> {
        let place = self.place.take().ok_or_else(ended)?;
        if self.table.look(py, place, |entry| matches!(entry, Entry::Object(_)))? && !self.told.is_done(context.waker())
        {
            self.place = Some(place);
            return Ok(None);
        }
        match self.table.take(py, place)? {
            Entry::Object(task) => task.bind(py).call_method("result", ()).map(Some),
            Entry::Error(error) => Err(error),
        }
    }
}

impl Drop for Task {
    #[inline]
    fn drop(&mut self) {
        if let Some(place) = self.place.take() {
            let cancelled = self.table.at_home(|py| self.table.cancel(py, place));
            if cancelled.is_none() {
                lock(&self.table.late).push(Late::Task(place));
            }
        }
    }
}

impl<T> fmt::Debug for Spawned<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Spawned").finish_non_exhaustive()
    }
}

impl Table {
    /// Cancels the task at a place, and lets go of it.
    #[inline]
    pub(super) fn cancel(&self, py: Python<'_>, place: usize) {
        let Ok(Entry::Object(task)) = self.take(py, place) else {
            return;
        };
        match task.bind(py).call_method("cancel", ()) {
            Ok(was_cancelled) => drop(was_cancelled),
            // Its event loop is closed: it does not run any more.
            Err(error) if error.is::<RuntimeError>(py) => {}
            Err(error) => err::write_unraisable(py, error, None),
        }
    }
}

#[cfg(test)]
static_assertions::assert_impl_all!(
    Spawned<crate::ptr::Py<Any>>: Send, Sync, Unpin, core::panic::UnwindSafe, core::panic::RefUnwindSafe
);
