//! [`Wait`]: awaiting a Python awaitable.

use core::fmt;
use core::future::Future;
use core::marker::PhantomData;
use core::pin::Pin;
use core::task::{Context, Poll};
use std::sync::Arc;

use crate::convert::FromPy;
use crate::err::{PyErr, Result, RuntimeError};
use crate::object::Reply;
use crate::ptr::{Any, Owned};
use crate::token::Python;

use super::awaitable;
use super::awaited::two;
use super::table::{Entry, Table, ended};

/// What [`Async::wait`](super::Async::wait) gives: a future that comes to what a Python awaitable comes to.
///
/// It holds no reference: the awaitable is in the coroutine's table. Dropped before the end, it closes the awaitable, as
/// Python's `close` of a coroutine closes what that awaits.
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
/// use owned::coroutine::Wait;
/// Python::attach(|py| {
///     let coroutine = Async::coroutine(py, "slow", |cx| async move {
///         let waiting: Wait<i64> = cx.wait(|py| py.import("asyncio")?.call_method("sleep", (0, 42)));
///         waiting.await
///     })?;
///     let answer = py.import("asyncio")?.call_method("run", (coroutine,))?;
///     assert_eq!(answer.extract::<i64>()?, 42);
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
#[must_use = "nothing is awaited without `.await`"]
pub struct Wait<T> {
    waiting: Waiting,
    // A `T` is made, none is held.
    marker: PhantomData<fn() -> T>,
}

/// The part that does not depend on what comes out.
struct Waiting {
    table: Arc<Table>,
    stage: Stage,
}

#[derive(Debug)]
enum Stage {
    /// What is to be awaited, or an error, is at this place in the table.
    New(Option<usize>),
    /// It has begun, under this number.
    Begun(u64),
    Done,
}

impl<T> Wait<T> {
    #[inline]
    pub(super) fn new(table: Arc<Table>, place: Option<usize>) -> Self {
        Wait { waiting: Waiting { table, stage: Stage::New(place) }, marker: PhantomData }
    }
}

impl<T: for<'a, 'py> FromPy<'a, 'py>> Future for Wait<T> {
    type Output = Result<T>;

    /// # Panics
    /// If it is polled again after it was ready.
    #[inline]
    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        Python::attach(|py| match self.waiting.poll(py, context) {
            Poll::Ready(Ok(value)) => Poll::Ready(T::from_py(value.as_borrowed())),
            Poll::Ready(Err(error)) => Poll::Ready(Err(error)),
            Poll::Pending => Poll::Pending,
        })
    }
}

impl Waiting {
    #[inline]
    fn poll<'py>(&mut self, py: Python<'py>, context: &mut Context<'_>) -> Poll<Result<Owned<'py, Any>>> {
        if !self.table.is_current() {
            return Poll::Ready(Err(elsewhere()));
        }
        let polled = match core::mem::replace(&mut self.stage, Stage::Done) {
            Stage::New(place) => self.begin(py, place, context),
            Stage::Begun(id) => self.look(py, id, context),
            Stage::Done => panic!("a `Wait` is polled after it was ready"),
        };
        match polled {
            Ok(Some(value)) => Poll::Ready(Ok(value)),
            Ok(None) => Poll::Pending,
            Err(error) => Poll::Ready(Err(error)),
        }
    }

    /// Runs the awaitable until it first yields.
    #[inline]
    fn begin<'py>(
        &mut self,
        py: Python<'py>,
        place: Option<usize>,
        context: &mut Context<'_>,
    ) -> Result<Option<Owned<'py, Any>>> {
        let awaitable = match self.table.take(py, place.ok_or_else(ended)?)? {
            Entry::Object(awaitable) => awaitable.into_bound(py),
            Entry::Error(error) => return Err(error),
        };
        if self.table.is_awaiting(py) {
            return Err(two());
        }
        let iterator = awaitable::iterator(&awaitable)?;
        drop(awaitable);
        match awaitable::send(&iterator, &py.none())? {
            Reply::Returned(value) => Ok(Some(value)),
            Reply::Yielded(yielded) => {
                self.stage = Stage::Begun(self.table.begin(iterator, yielded, context.waker().clone())?);
                Ok(None)
            }
        }
    }

    #[inline]
    fn look<'py>(&mut self, py: Python<'py>, id: u64, context: &mut Context<'_>) -> Result<Option<Owned<'py, Any>>> {
        if let Some(outcome) = self.table.outcome(py, id)? {
            return outcome.map(Some);
        }
        self.table.set_waker(context.waker());
        self.stage = Stage::Begun(id);
        Ok(None)
    }
}

impl Drop for Waiting {
    #[inline]
    fn drop(&mut self) {
        match self.stage {
            Stage::New(Some(place)) => self.table.forget(place),
            Stage::Begun(id) => self.table.abandon(id),
            Stage::New(None) | Stage::Done => {}
        }
    }
}

#[cold]
#[inline]
fn elsewhere() -> PyErr {
    RuntimeError::new("a Python awaitable is awaited in the coroutine whose `Async` gave it, and polled by nobody else")
}

impl<T> fmt::Debug for Wait<T> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Wait").field(&self.waiting.stage).finish()
    }
}

#[cfg(test)]
static_assertions::assert_impl_all!(Wait<crate::ptr::Py<Any>>: Send, Sync, Unpin, core::panic::UnwindSafe, core::panic::RefUnwindSafe);
